// A worker thread that loads the modules that it is given, and says what they export. Node runs this file as it is.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { readNumbers } from '#lib/course/read-numbers.ts'
import { readSourceSync } from '#lib/course/read-source.ts'
import type { WorkerMessage } from './load-modules.ts'

const port = parentPort
if (!port) throw new Error('this file is a worker: don’t run it directly')
const post = (message: WorkerMessage) => port.postMessage(message)

for (const file of workerData as readonly string[]) {
  try {
    const module: Record<string, unknown> = await import(pathToFileURL(file).href)
    post({ file, exports: JSON.parse(JSON.stringify({ ...module, ...listProblems(file, module.default) })) })
  } catch (error) {
    const fault = error instanceof Error ? error : new Error(String(error))
    post({ file, message: fault.message, stack: fault.stack ?? '' })
  }
}

/** Number questions are code: they are generated here, and only what is wrong with them is passed on as data. */
function listProblems(file: string, exported: unknown): { readonly problems?: unknown } {
  if (path.basename(file) !== 'numbers.ts') return {}
  const slug = path.basename(path.dirname(file))
  return {
    problems: readNumbers(exported, slug, readSourceSync(file), `content/lessons/${slug}/numbers.ts`).problems,
  }
}
