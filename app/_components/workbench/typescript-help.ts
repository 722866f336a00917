import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { typescriptLanguage } from '@codemirror/lang-javascript'
import { type Diagnostic, linter } from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'

/** Underlines what TypeScript finds and completes names. It begins when the editor is first used, and never blocks Run. */
export function typescriptHelp(): Extension {
  return [
    linter(loadDiagnostics, { delay: 500, needsRefresh: (update) => update.focusChanged }),
    typescriptLanguage.data.of({ autocomplete: loadCompletions }),
  ]
}

const used = new WeakSet<EditorView>()

async function loadDiagnostics(view: EditorView): Promise<readonly Diagnostic[]> {
  if (view.hasFocus) used.add(view)
  if (!used.has(view)) return [] // who only reads does not load a megabyte of compiler
  const { doc } = view.state
  const diagnostics = await typescriptService().check(doc.toString())
  return diagnostics.map(({ from, to, message }) => ({
    from: Math.min(from, doc.length),
    to: Math.min(to, doc.length),
    message,
    severity: 'warning',
    source: 'TypeScript',
  }))
}

async function loadCompletions(context: CompletionContext): Promise<CompletionResult | null> {
  const word = context.matchBefore(/[\w$]+/)
  if (!context.explicit && !word && !context.matchBefore(/\.$/)) return null
  const completions = await typescriptService().complete(context.state.doc.toString(), context.pos)
  if (context.aborted) return null
  const options = completions.map(({ name, kind }): Completion => ({ label: name, detail: kind }))
  return { from: word?.from ?? context.pos, options, validFor: /^[\w$]*$/ }
}

import type {
  TypescriptCompletion,
  TypescriptFinding,
  TypescriptQuestion,
  TypescriptReply,
  TypescriptRequest,
} from './typescript-protocol.ts'

/** TypeScript in its own worker, one for all editors of a page. It is large, so it starts when first asked. */
class TypescriptService {
  readonly #worker = new Worker(new URL('./ts.worker.ts', import.meta.url), { type: 'module' })
  readonly #waiting = new Map<number, (reply: TypescriptReply | undefined) => void>()
  #asked = 0

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<TypescriptReply>) => {
      this.#waiting.get(data.id)?.(data)
      this.#waiting.delete(data.id)
    }
    // without it the editor still edits and runs
    this.#worker.onerror = () => {
      for (const give of this.#waiting.values()) give(undefined)
      this.#waiting.clear()
    }
  }

  async check(text: string): Promise<readonly TypescriptFinding[]> {
    const reply = await this.#ask({ kind: 'check', text })
    return reply?.kind === 'checked' ? reply.findings : []
  }

  async complete(text: string, at: number): Promise<readonly TypescriptCompletion[]> {
    const reply = await this.#ask({ kind: 'complete', text, at })
    return reply?.kind === 'completed' ? reply.completions : []
  }

  #ask(question: TypescriptQuestion): Promise<TypescriptReply | undefined> {
    const id = ++this.#asked
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve)
      this.#worker.postMessage({ id, ...question } satisfies TypescriptRequest)
    })
  }
}

let service: TypescriptService | undefined
function typescriptService(): TypescriptService {
  service ??= new TypescriptService()
  return service
}
