import type { Verdict } from '#lib/grading/verdict.ts'
import type { Job, PoolWorkerMessage } from '../job.ts'
import { Pool, type PoolOptions } from '../pool.ts'
import type { PoolError } from '../pool-error.ts'
import type { Requester } from '../requester.ts'
import type { PoolWorker } from '../slot.ts'

// What the pool's tests share: a pool whose workers do what the test says. The clock is the test's (`vi.useFakeTimers`).

export const jobInput = { lesson: 'causal-mask', exercise: 'causal-attention', source: '', seed: 1 }
const createLearner = (id: string, signal?: AbortSignal): Requester => ({
  kind: 'learner',
  id,
  address: '192.0.2.1',
  signal,
})
export const ada = createLearner('ada')
export const generous = { burstMs: 1e9, perMinuteMs: 1e9 }
export const allowAtOnce = (burstMs: number) => ({ burstMs, perMinuteMs: 6000 })

/** A worker that does what the test says. */
export class FakeWorker implements PoolWorker {
  readonly jobs: Job[] = []
  ended = false
  isBusy = false
  /** Whether it says that it has read the code. */
  compiles = true
  #startedAt = 0
  #listeners: Record<string, (value: never) => void> = {}
  postMessage(job: Job): void {
    this.jobs.push(job)
    this.isBusy = true
    this.#startedAt = Date.now()
    if (this.compiles) this.post({ kind: 'compiled' })
  }
  on(event: string, listen: (value: never) => void): void {
    this.#listeners[event] = listen
  }
  unref(): void {}
  async terminate(): Promise<void> {
    if (this.ended) return
    this.ended = true
    this.emit('exit', 1)
  }
  emit(event: string, payload: unknown): void {
    this.#listeners[event]?.(payload as never)
  }
  post(word: PoolWorkerMessage): void {
    this.emit('message', word)
  }
  answer(headline = 'fine', { isRebooting = false, cpuMs = Date.now() - this.#startedAt } = {}): void {
    this.isBusy = false
    this.post({
      kind: 'verdict',
      id: this.jobs.at(-1)?.id ?? 0,
      verdict: { outcome: 'failed', headline } as Verdict,
      isRebooting,
      cpuMs,
    })
  }
}

/** A pool whose workers are ready, and the tasks that it was given. */
export function openPool(options: Partial<PoolOptions> = {}) {
  const workers: FakeWorker[] = []
  const spawn = () => {
    const worker = new FakeWorker()
    workers.push(worker)
    return worker
  }
  const pool = new Pool({ spawn, size: 1, now: () => Date.now(), ...options })
  const post = (word: PoolWorkerMessage) => {
    for (const w of workers) if (!w.ended) w.post(word)
  }
  const worker = (index: number): FakeWorker => {
    const worker = workers[index]
    if (!worker) throw new Error(`no worker ${index}`)
    return worker
  }
  post({ kind: 'ready' })
  return {
    pool,
    workers,
    worker,
    /** All workers that boot are up. */
    ready: () => post({ kind: 'ready' }),
    /** Whose jobs run now. */
    running: () => workers.filter((w) => !w.ended && w.isBusy).map((w) => w.jobs.at(-1)?.source),
    /** The worker that runs a source. */
    on: (source: string): FakeWorker => {
      const worker = workers.find((w) => !w.ended && w.isBusy && w.jobs.at(-1)?.source === source)
      if (!worker) throw new Error(`nobody runs ${source}`)
      return worker
    },
    /** Sends an answer, named by who sends it; the answer or why there is none. */
    send: (id: string, signal?: AbortSignal): Promise<string> =>
      pool.grade({ ...jobInput, source: id }, createLearner(id, signal)).then(
        ({ headline }) => headline,
        (error: PoolError) => error.code,
      ),
  }
}
