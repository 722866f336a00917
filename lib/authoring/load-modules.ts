import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { findPosition, type TextPosition } from '#lib/course/problem.ts'
import { readSource } from '#lib/course/read-source.ts'

/** What a module exports, as far as it is data; or why it does not load, and where. */
export type Loaded =
  | { readonly exports: Readonly<Record<string, unknown>> }
  | { readonly error: string; readonly file: string; readonly position: TextPosition }

/** What the worker says of one file. */
export type WorkerMessage = { readonly file: string } & (
  | { readonly exports: Readonly<Record<string, unknown>> }
  | { readonly message: string; readonly stack: string }
)

/** A module has this long to load. */
const LOAD_TIMEOUT_MS = 10_000

/**
 * Loads fresh copies of an author’s modules, one after the other in its own thread: what is broken, or never ends, takes
 * nothing else with it.
 *
 * @param files  absolute paths
 * @param root  the project's folder, to start the thread from
 * @param timeoutMs  how long one of them may take
 */
export async function loadModules(
  files: readonly string[],
  root: string,
  timeoutMs = LOAD_TIMEOUT_MS,
): Promise<ReadonlyMap<string, Loaded>> {
  const loaded = new Map<string, Loaded>()
  let remainingFiles = [...new Set(files)]
  while (remainingFiles.length > 0) {
    const [messages, stuck] = await runWorker(remainingFiles, root, timeoutMs)
    for (const result of messages)
      loaded.set(result.file, 'exports' in result ? { exports: result.exports } : await failure(result))
    if (stuck !== undefined)
      loaded.set(stuck, { error: 'it does not finish loading', file: stuck, position: { line: 1, column: 1 } })
    remainingFiles = remainingFiles.filter((file) => !loaded.has(file))
  }
  return loaded
}

/** What was said of the files until all were loaded, and the one on which the worker stuck. */
function runWorker(
  files: readonly string[],
  root: string,
  timeoutMs: number,
): Promise<[messages: readonly WorkerMessage[], stuck?: string]> {
  const worker = new Worker(path.join(/* turbopackIgnore: true */ root, 'lib/authoring/module-worker.ts'), {
    workerData: files,
    env: {},
    execArgv: [],
    stdout: true,
  })
  const messages: WorkerMessage[] = []
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined
    const end = (stuck?: string) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(stuck === undefined ? [messages] : [messages, stuck])
    }
    const wait = () => {
      clearTimeout(timer)
      const next = files[messages.length]
      if (next === undefined) end()
      else timer = setTimeout(() => end(next), timeoutMs)
    }
    worker.on('message', (message: WorkerMessage) => {
      messages.push(message)
      wait()
    })
    worker.on('error', (error) => {
      const file = files[messages.length]
      if (file !== undefined) messages.push({ file, message: error.message, stack: error.stack ?? '' })
      end()
    })
    wait()
  })
}

async function failure({
  file,
  message,
  stack,
}: Extract<WorkerMessage, { readonly message: string }>): Promise<Loaded> {
  // "file:line", the line itself, and a mark under the column
  const marked = /^(?:file:\/\/)?(\/.+):(\d+)\n([\s\S]*?)^( *)\^/m.exec(stack)
  if (marked?.[1]?.includes('/content/')) {
    const [, where = file, line, , indent = ''] = marked
    return { error: message, file: where, position: { line: Number(line), column: indent.length + 1 } }
  }
  const missing = /Cannot find (?:module|package) '([^']+)' imported from (\/.+)$/m.exec(message)
  if (missing) {
    const [, importedFile = '', importer = file] = missing
    const text = await readSource(importer).catch(() => '')
    return {
      error: `there is no ${path.basename(importedFile)} to import`,
      file: importer,
      position: findPosition(text, path.basename(importedFile)),
    }
  }
  // an error of ours is thrown in lib/; what caused it is the line of content/ that called
  const thrown = stack
    .split('\n')
    .map((line) => /(?:file:\/\/)(\/[^\s)]*\/content\/[^\s):]+):(\d+):(\d+)/.exec(line))
    .find((match) => match !== null)
  if (!thrown) return { error: message, file, position: { line: 1, column: 1 } }
  return { error: message, file: thrown[1] ?? file, position: { line: Number(thrown[2]), column: Number(thrown[3]) } }
}
