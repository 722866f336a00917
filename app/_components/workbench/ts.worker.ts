import ts from 'typescript6'
import { CONSOLE_METHODS } from '#lib/sandbox/console-methods.ts'
import type { TypescriptReply, TypescriptRequest } from './typescript-protocol.ts'

// TypeScript for one file and the standard library: no DOM and no Node, but a console.

const ANSWER = '/answer.ts'
const CONSOLE = '/console.d.ts'
const CONSOLE_TEXT = `declare const console: Record<${CONSOLE_METHODS.map((name) => `'${name}'`).join(' | ')}, (...data: unknown[]) => void>`
const MAX_DIAGNOSTICS = 50

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  strict: true,
  noEmit: true,
}

let text = ''
let version = 0
const service = start()

self.onmessage = async ({ data }: MessageEvent<TypescriptRequest>) => {
  const reply = answer(await service, data)
  self.postMessage(reply)
}

async function start(): Promise<ts.LanguageService> {
  const response = await fetch('/editor/lib')
  const library: Record<string, string> = await response.json()
  const files = new Map(Object.entries(library).map(([name, content]) => [`/${name}`, content]))
  files.set(CONSOLE, CONSOLE_TEXT)
  const snapshots = new Map([...files].map(([name, content]) => [name, ts.ScriptSnapshot.fromString(content)]))
  return ts.createLanguageService({
    getCompilationSettings: () => options,
    getCurrentDirectory: () => '/',
    getDefaultLibFileName: () => '/lib.es2023.d.ts',
    getScriptFileNames: () => [ANSWER, CONSOLE],
    getScriptVersion: (file) => (file === ANSWER ? String(version) : '1'),
    getScriptSnapshot: (file) => (file === ANSWER ? ts.ScriptSnapshot.fromString(text) : snapshots.get(file)),
    fileExists: (file) => file === ANSWER || files.has(file),
    readFile: (file) => (file === ANSWER ? text : files.get(file)),
  })
}

function answer(language: ts.LanguageService, request: TypescriptRequest): TypescriptReply {
  if (request.text !== text) {
    text = request.text
    version++
  }
  if (request.kind === 'complete') {
    const entries = language.getCompletionsAtPosition(ANSWER, request.at, {})?.entries ?? []
    const completions = entries.slice(0, MAX_DIAGNOSTICS * 20).map(({ name, kind }) => ({ name, kind }))
    return { id: request.id, kind: 'completed', completions }
  }
  const diagnostics = [...language.getSyntacticDiagnostics(ANSWER), ...language.getSemanticDiagnostics(ANSWER)]
  const findings = diagnostics.slice(0, MAX_DIAGNOSTICS).map((d) => ({
    from: d.start ?? 0,
    to: (d.start ?? 0) + (d.length ?? 0),
    message: ts.flattenDiagnosticMessageText(d.messageText, '\n'),
  }))
  return { id: request.id, kind: 'checked', findings }
}
