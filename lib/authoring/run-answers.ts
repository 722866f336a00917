import { availableParallelism } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { AnswersJob, AnswersWord } from './answers-worker.ts'
import type { AnswersReport } from './check-answers.ts'

/** What came of an exercise: a report, or why there is none. */
export type Ran = AnswersJob & ({ readonly report: AnswersReport } | Failure)

interface Failure {
  readonly failure: string
  readonly stack?: string
}

/** Each holds an engine, some 30 MB. */
const MAX_WORKERS = 8
/** An exercise whose own code (its reference, its cases) takes longer than this hangs, on a busy machine too. */
const ANSWER_TIMEOUT_MS = 90_000

/**
 * Runs the answers of exercises in their own threads, as many at a time as there are processors, each with the
 * code as it is on the disk now.
 *
 * @returns a report for each exercise, as they come
 */
export async function* runAnswers(
  root: string,
  jobs: readonly AnswersJob[],
  signal?: AbortSignal,
): AsyncGenerator<Ran> {
  let queue = [...jobs]
  const done: Ran[] = []
  let isOver = false
  let wake = () => {}
  const lines = Array.from({ length: Math.min(jobs.length, availableParallelism(), MAX_WORKERS) }, () => new Line(root))
  const work = async (line: Line) => {
    for (let job = queue.shift(); job; job = queue.shift()) {
      const ran = await line.run(job)
      // what hangs or does not load does so with its other answers too
      if ('failure' in ran)
        queue = queue.filter(({ exercise, lesson }) => exercise !== ran.exercise || lesson !== ran.lesson)
      done.push(ran)
      wake()
    }
  }
  const stop = () => {
    queue = []
    for (const line of lines) line.close()
  }
  signal?.addEventListener('abort', stop, { once: true })
  const all = Promise.all(lines.map(work)).then(() => {
    isOver = true
    wake()
  })
  try {
    for (let reportedCount = 0; !signal?.aborted; ) {
      const next = done[reportedCount]
      if (next) {
        reportedCount++
        yield next
      } else if (isOver) return
      else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  } finally {
    signal?.removeEventListener('abort', stop)
    stop()
    await all
  }
}

/** A worker and its successors: one that hangs or dies is replaced. */
class Line {
  #root: string
  #worker: Worker | undefined
  #resolve: ((ran: Ran) => void) | undefined
  #job: AnswersJob | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(root: string) {
    this.#root = root
  }

  run(job: AnswersJob): Promise<Ran> {
    return new Promise((resolve) => {
      this.#job = job
      this.#resolve = resolve
      this.#worker ??= this.#start()
      this.#worker.postMessage(job)
      this.#timer = setTimeout(
        () => this.#fail('it does not finish: its reference or its test cases hang'),
        ANSWER_TIMEOUT_MS,
      )
    })
  }

  close(): void {
    this.#fail('it was stopped')
  }

  #start(): Worker {
    const worker = new Worker(path.join(/* turbopackIgnore: true */ this.#root, 'lib/authoring/answers-worker.ts'), {
      workerData: { root: this.#root },
      env: {},
      execArgv: [],
      stdout: true,
      resourceLimits: { maxOldGenerationSizeMb: 256, stackSizeMb: 16 },
    })
    worker.unref()
    worker.on('message', (message: AnswersWord) => {
      if (message.kind === 'report') this.#end({ report: message.report })
      else if (message.kind === 'error') this.#end({ failure: message.message, stack: message.stack })
    })
    worker.on('error', (error) => this.#fail(error instanceof Error ? error.message : String(error)))
    return worker
  }

  #fail(failure: string): void {
    void this.#worker?.terminate()
    this.#worker = undefined
    this.#end({ failure })
  }

  #end(message: { readonly report: AnswersReport } | Failure): void {
    clearTimeout(this.#timer)
    const resolve = this.#resolve
    this.#resolve = undefined
    if (this.#job) resolve?.({ ...this.#job, ...message })
  }
}
