// A worker thread that runs the answers of exercises, one exercise at a time. Node runs this file as it is.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import type { ExerciseDefinition } from '#lib/grading/exercise.ts'
import type { OpenSession } from '#lib/sandbox/grade-source.ts'
import { QuickJsSandbox } from '#lib/sandbox/quickjs/quickjs-sandbox.ts'
import { loadQuickJs } from '#lib/sandbox/server/engine.ts'
import { session } from '#lib/sandbox/session.ts'
import { v8Realm } from '#lib/sandbox/v8-realm.ts'
import { type AnswersReport, checkAnswers } from './check-answers.ts'
import type { Part } from './check-exercise.ts'

/** Some answers of an exercise, by its folder: content/lessons/<lesson>/exercises/<exercise>. */
export interface AnswersJob {
  readonly lesson: string
  readonly exercise: string
  readonly part: Part
}
export type AnswersWord =
  | { readonly kind: 'ready' }
  | { readonly kind: 'report'; readonly report: AnswersReport }
  | { readonly kind: 'error'; readonly message: string; readonly stack: string }

const port = parentPort
if (!port) throw new Error('this file is a worker: don’t run it directly')
const post = (message: AnswersWord) => port.postMessage(message)
const { root } = workerData as { readonly root: string }
/** Ten times what the server gives, for machines that are busy: answers slower than the server takes are found by their steps. */
const SECONDS = 20
const quickJs = await QuickJsSandbox.boot(loadQuickJs())

const server: OpenSession = (compiled) => quickJs.open(compiled, SECONDS)
/** As in the browser: V8 runs the answer, QuickJS counts its memory where that is asked. */
const browser: OpenSession = async (compiled) => ({
  ...session(compiled, v8Realm()),
  async measureMemory(scripts, sampling) {
    const counting = await quickJs.open(compiled, SECONDS)
    const run = await counting.measureMemory?.(scripts, sampling)
    counting.close()
    if (!run) throw new Error('QuickJS does not count')
    return run
  },
})

const cpu = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

port.on('message', async ({ lesson, exercise: id, part }: AnswersJob) => {
  const folder = path.join(root, 'content/lessons', lesson, 'exercises', id)
  try {
    const { default: definition }: { readonly default: ExerciseDefinition } = await import(
      pathToFileURL(path.join(folder, 'exercise.ts')).href
    )
    post({
      kind: 'report',
      report: await checkAnswers(lesson, { ...definition, id }, folder, { server, browser }, cpu, part),
    })
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    post({ kind: 'error', message, stack })
  }
})
post({ kind: 'ready' })
