import type { Problem, Verdict } from '#lib/grading/verdict.ts'
import { DEADLINE_SECONDS } from '../quickjs/quickjs-sandbox.ts'
import type { Ask, Job, Word } from './job.ts'
import { PoolError } from './pool-error.ts'

/** What the pool needs of a worker thread. */
export interface PoolWorker {
  postMessage(job: Job): void
  on(event: 'message', listen: (word: Word) => void): unknown
  on(event: 'error', listen: (error: Error) => void): unknown
  on(event: 'exit', listen: (code: number) => void): unknown
  unref(): void
  terminate(): Promise<unknown>
}
export interface PoolOptions {
  readonly spawn: () => PoolWorker
  /** Workers at work at a time; one more stands by. */
  readonly size: number
  /** After these a worker that does not answer is ended. */
  readonly patienceMs?: number
  readonly queueLimit?: number
  readonly report?: (message: string, error: unknown) => void
}

interface Waiting {
  readonly ask: Ask & Pick<Job, 'ended'>
  readonly resolve: (verdict: Verdict) => void
  readonly reject: (error: PoolError) => void
}
interface Busy {
  readonly waiting: Waiting
  readonly timers: readonly NodeJS.Timeout[]
  /** Has been at it for so long that the others need not wait for it: the spare goes on with them. */
  slow: boolean
}
interface Slot {
  readonly worker: PoolWorker
  ready: boolean
  /** Whether it was ever ready: a worker that cannot start is not started again at once. */
  started: boolean
  retired: boolean
  busy?: Busy | undefined
}

/** The sandbox ends code by itself at its deadline; only a built-in that hangs gets this far. */
const PATIENCE_MS = (DEADLINE_SECONDS + 1) * 1000
const HUNG: Problem = { kind: 'deadline', seconds: DEADLINE_SECONDS, input: '' }
const QUEUE_LIMIT = 200
/** Many times what a verdict takes: whoever is at work for longer is most likely to hang until its deadline. */
const SLOW_MS = 250
const LONGEST_PAUSE_MS = 10_000

/**
 * Worker threads that grade submissions, one each at a time, with a spare that is booted already.
 *
 * What a learner's code does to its worker (hanging in a built-in) ends in a verdict; what goes wrong on our side ends
 * in a PoolError.
 */
export class Pool {
  #spawn: () => PoolWorker
  #size: number
  #patienceMs: number
  #queueLimit: number
  #report: (message: string, error: unknown) => void
  #slots = new Set<Slot>()
  #queue: Waiting[] = []
  #lastId = 0
  #closed = false
  /** Workers in a row that died before they were ready. */
  #failures = 0

  constructor({ spawn, size, patienceMs = PATIENCE_MS, queueLimit = QUEUE_LIMIT, report = () => {} }: PoolOptions) {
    this.#spawn = spawn
    this.#size = size
    this.#patienceMs = patienceMs
    this.#queueLimit = queueLimit
    this.#report = report
    this.#fill()
  }
  get workers(): number {
    return this.#slots.size
  }

  /**
   * The verdict on a submission.
   *
   * @throws PoolError when it could not be graded and the fault is ours
   */
  grade(ask: Ask): Promise<Verdict> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new PoolError('closed', 'the server is going down'))
      if (this.#queue.length >= this.#queueLimit) return reject(new PoolError('busy', 'too many submissions wait'))
      this.#queue.push({ ask, resolve, reject })
      this.#next()
    })
  }

  /** New workers for new code. Those at work finish first. */
  recycle(): void {
    this.#failures = 0
    for (const slot of [...this.#slots]) {
      slot.retired = true
      if (!slot.busy) this.#drop(slot)
    }
    this.#fill()
  }

  /** Ends all workers. Who still waits is told so. */
  async close(): Promise<void> {
    this.#closed = true
    for (const waiting of this.#queue.splice(0)) waiting.reject(new PoolError('closed', 'the server is going down'))
    await Promise.all([...this.#slots].map((slot) => slot.worker.terminate()))
  }

  #fill(): void {
    while (!this.#closed && this.#slots.size <= this.#size) this.#add()
  }

  #add(): void {
    const slot: Slot = { worker: this.#spawn(), ready: false, started: false, retired: false }
    this.#slots.add(slot)
    slot.worker.unref()
    slot.worker.on('message', (word) => this.#hear(slot, word))
    slot.worker.on('error', (error) => {
      this.#report('a sandbox worker failed', error)
      this.#drop(slot, error)
    })
    slot.worker.on('exit', () => this.#drop(slot))
  }

  #hear(slot: Slot, word: Word): void {
    if (word.kind === 'ready') {
      slot.ready = slot.started = true
      this.#failures = 0
    } else {
      const waiting = this.#free(slot)
      if (word.kind === 'verdict') {
        slot.ready = !word.resting
        waiting?.resolve(word.verdict)
      } else {
        this.#report('a submission could not be graded', word.error)
        waiting?.reject(new PoolError('died', 'the grader failed', { cause: word.error }))
      }
      if (slot.retired) this.#drop(slot)
    }
    this.#next()
  }

  #free(slot: Slot): Waiting | undefined {
    const { busy } = slot
    slot.busy = undefined
    for (const timer of busy?.timers ?? []) clearTimeout(timer)
    return busy?.waiting
  }

  #drop(slot: Slot, cause?: Error): void {
    if (!this.#slots.delete(slot)) return
    const code = this.#closed ? 'closed' : 'died'
    this.#free(slot)?.reject(new PoolError(code, 'the sandbox ended', { cause }))
    void slot.worker.terminate()
    if (slot.started || slot.retired) {
      this.#fill()
      return
    }
    // a worker that cannot start (a file of ours does not parse): answer those who wait, and do not spin
    if (![...this.#slots].some((s) => s.ready))
      for (const w of this.#queue.splice(0)) w.reject(new PoolError('died', 'no sandbox could be started', { cause }))
    setTimeout(() => this.#fill(), Math.min(LONGEST_PAUSE_MS, 100 * 2 ** this.#failures++)).unref()
  }

  #next(): void {
    for (;;) {
      const slots = [...this.#slots]
      const idle = slots.find((s) => s.ready && !s.retired && !s.busy)
      if (!idle || slots.filter((s) => s.busy && !s.busy.slow).length >= this.#size) return
      const waiting = this.#queue.shift()
      if (!waiting) return
      const busy: Busy = {
        waiting,
        slow: false,
        timers: [setTimeout(() => this.#isSlow(busy), SLOW_MS), setTimeout(() => this.#giveUp(idle), this.#patienceMs)],
      }
      idle.busy = busy
      idle.worker.postMessage({ ...waiting.ask, id: ++this.#lastId })
    }
  }

  #isSlow(busy: Busy): void {
    busy.slow = true
    this.#next()
  }

  /** A worker that does not answer is ended; another one writes the verdict. */
  #giveUp(slot: Slot): void {
    const waiting = this.#free(slot)
    this.#drop(slot)
    if (!waiting) return
    if (waiting.ask.ended) waiting.reject(new PoolError('died', 'the grader hung'))
    else this.#queue.unshift({ ...waiting, ask: { ...waiting.ask, ended: HUNG } })
    this.#next()
  }
}
