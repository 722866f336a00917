// A worker thread of the pool. Node runs this file as it is.
import { parentPort } from 'node:worker_threads'
import { loadExercise } from '#lib/course/load-exercise.ts'
import { grade } from '#lib/grading/grade.ts'
import type { Verdict } from '#lib/grading/verdict.ts'
import { gradeSource } from '../grade-source.ts'
import { QuickJsSandbox } from '../quickjs/quickjs-sandbox.ts'
import { loadQuickJs } from './engine.ts'
import type { Job, PoolWorkerMessage } from './job.ts'

const port = parentPort
if (!port) throw new Error('this file is the pool’s worker: it is not run by itself')
const post = (word: PoolWorkerMessage) => port.postMessage(word)
const sandbox = await QuickJsSandbox.boot(loadQuickJs())

port.on('message', async (job: Job) => {
  const before = process.threadCpuUsage()
  try {
    const verdict = await gradeJob(job)
    const { user, system } = process.threadCpuUsage(before)
    post({ kind: 'verdict', id: job.id, verdict, isRebooting: sandbox.isResting, cpuMs: (user + system) / 1000 })
    if (!sandbox.isResting) return
    await sandbox.rested()
    post({ kind: 'ready' })
  } catch (error) {
    post({ kind: 'error', id: job.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
post({ kind: 'ready' })

async function gradeJob({ lesson, exercise: id, source, seed, crashProblem: ended }: Job): Promise<Verdict> {
  const exercise = await loadExercise(lesson, id)
  if (!ended)
    return gradeSource(exercise, source, seed, (compiled) => {
      post({ kind: 'compiled' })
      return sandbox.open(compiled)
    })
  const run = { results: [], problem: ended, console: { lines: [], dropped: 0 }, traces: [] }
  return grade(exercise, seed, { run: async () => run, close() {} })
}
