import type { Problem, Verdict } from '#lib/grading/verdict.ts'
import { COMPILE_TIMEOUT_MESSAGE } from '../compile/compile-timeout.ts'
import { DEADLINE_SECONDS } from '../quickjs/quickjs-sandbox.ts'
import { FairQueue } from './fair-queue.ts'
import type { GraderUsage } from './grader-usage.ts'
import type { Ask, Job, Word } from './job.ts'
import { PoolError } from './pool-error.ts'
import type { Requester } from './requester.ts'

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
  /** Workers in the fast lane. One more takes what is slow, and one more stands by once something was. */
  readonly size: number
  /** After these a worker that does not answer is ended. */
  readonly timeoutMs?: number
  /** Jobs that may wait. */
  readonly queueLimit?: number
  /** Counts the time that each requester uses. Without it nobody's is limited. */
  readonly usage?: GraderUsage
  readonly report?: (message: string, error: unknown) => void
  /** Milliseconds. */
  readonly now?: () => number
}

/** Where a job runs: the slow lane is one worker, so that what is slow never takes the others. */
type Lane = 'fast' | 'slow'

interface Task {
  /** Of the requester. */
  readonly key: string
  readonly ask: Ask
  readonly requester: Requester
  readonly resolve: (verdict: Verdict) => void
  readonly reject: (error: PoolError) => void
  /** Whether it ran in the fast lane before, and gave its worker up to others. */
  isSlow: boolean
  /** What ended the worker that tried it: only the verdict is still to be written. */
  ended?: Problem
}
interface Running {
  readonly task: Task
  readonly startedAt: number
  readonly timers: readonly NodeJS.Timeout[]
  readonly compileTimer: NodeJS.Timeout | undefined
  lane: Lane
  /** Whether it has had its time in the fast lane: others no longer wait for it. */
  isLate: boolean
  /** Whether it has to give its worker up when others wait and no lane is free. */
  isPreemptible: boolean
}
interface Slot {
  readonly worker: PoolWorker
  ready: boolean
  /** Whether it was ever ready: a worker that cannot start is not started again at once. */
  started: boolean
  retired: boolean
  /** The number of its latest job; 0 before the first. */
  lastJob: number
  running?: Running | undefined
}

/** The sandbox ends code by itself at its deadline; only a built-in that hangs gets this far. */
const TIMEOUT_MS = (DEADLINE_SECONDS + 1) * 1000
const HUNG: Problem = { kind: 'deadline', seconds: DEADLINE_SECONDS, input: '' }
/** The compiler's work is bounded by the source's length: this is for what nobody has thought of. */
const COMPILE_TIMEOUT_MS = 2000
const HUNG_IN_COMPILER: Problem = { kind: 'compile', message: COMPILE_TIMEOUT_MESSAGE }
const MAX_WAITING = 200
const MAX_WAITING_PER_LEARNER = 10
/** When to ask again where much waits, in seconds. */
const BUSY_RETRY_SECONDS = 5
/** Many times what a right answer takes: whatever runs longer is slow. Processor time. */
const FAST_LANE_MS = 250
/** How many times longer it is before a job of somebody who is known has to start over: it is likely to end soon. */
const KNOWN_LEASH = 4
/** How many times longer jobs may take, at most, because the machine is busy. */
const MAX_SLOWDOWN = 4
/** How much the latest job counts in what is known of that. */
const SLOWDOWN_WEIGHT = 0.2
const MAX_RESTART_DELAY_MS = 10_000

/**
 * Worker threads that grade submissions, one each at a time.
 *
 * Every requester has a queue of their own, served in turn, and one running job at most. What runs long goes on in the
 * slow lane; when that is taken and others wait, it gives its worker up and starts over in the slow lane later. Who sent
 * slow answers a moment ago waits for the slow lane from the start. So others wait for a fraction of a second at most.
 *
 * What a learner's code does to its worker (hanging in a built-in) ends in a verdict; what goes wrong on our side ends
 * in a PoolError.
 */
export class Pool {
  readonly #spawn: () => PoolWorker
  readonly #size: number
  readonly #timeoutMs: number
  readonly #queueLimit: number
  readonly #usage: GraderUsage | undefined
  readonly #report: (message: string, error: unknown) => void
  readonly #now: () => number
  readonly #slots = new Set<Slot>()
  readonly #queue = new FairQueue<Task>()
  #workerCount: number
  /** How many times longer jobs took of late than the processor worked on them. */
  #slowdown = 1
  #lastId = 0
  #closed = false
  /** Workers in a row that died before they were ready. */
  #failures = 0

  constructor({ spawn, size, timeoutMs, queueLimit, usage, report, now }: PoolOptions) {
    this.#spawn = spawn
    this.#size = size
    this.#workerCount = size + 1
    this.#timeoutMs = timeoutMs ?? TIMEOUT_MS
    this.#queueLimit = queueLimit ?? MAX_WAITING
    this.#usage = usage
    this.#report = report ?? (() => {})
    this.#now = now ?? (() => performance.now())
    this.#fill()
  }
  get workers(): number {
    return this.#slots.size
  }

  /**
   * The verdict on a submission.
   *
   * @throws PoolError when it was not graded, which is never the code's doing
   */
  grade(ask: Ask, requester: Requester): Promise<Verdict> {
    return new Promise((resolve, reject) => {
      const key = `${requester.kind} ${requester.id}`
      const refusal = this.#refusal(key, requester)
      if (refusal) return reject(refusal)
      const task: Task = { key, ask, requester, resolve, reject, isSlow: false }
      this.#queue.push(task)
      if (requester.kind === 'learner')
        requester.signal?.addEventListener('abort', () => this.#abandon(task), { once: true })
      this.#next()
    })
  }

  /** New workers for new code. Those at work finish first. */
  recycle(): void {
    this.#failures = 0
    for (const slot of [...this.#slots]) {
      slot.retired = true
      if (!slot.running) this.#drop(slot)
    }
    this.#fill()
  }

  /** Ends all workers. Who still waits is told so. */
  async close(): Promise<void> {
    this.#closed = true
    this.#rejectWaiting(() => new PoolError('closed', 'the server is going down'))
    await Promise.all([...this.#slots].map((slot) => slot.worker.terminate()))
  }

  /** Why a job is not taken on; makes room where one requester holds most of it. */
  #refusal(key: string, requester: Requester): PoolError | undefined {
    if (this.#closed) return new PoolError('closed', 'the server is going down')
    if (requester.kind === 'learner') {
      if (requester.signal?.aborted) return new PoolError('abandoned', 'the request is gone')
      if (this.#queue.count(key) >= MAX_WAITING_PER_LEARNER)
        return new PoolError('too-many-waiting', 'the learner has many submissions waiting', BUSY_RETRY)
    }
    const overBudget = this.#overBudget(requester)
    if (overBudget) return overBudget
    if (this.#queue.size < this.#queueLimit) return undefined
    const busy = new PoolError('busy', 'too many submissions wait', BUSY_RETRY)
    const last = this.#queue.newestOfLongest()
    if (!last || this.#queue.count(last.key) <= this.#queue.count(key) + 1) return busy
    this.#queue.remove(last)
    last.reject(busy)
    return undefined
  }

  #overBudget(requester: Requester): PoolError | undefined {
    const retryAfterSeconds = this.#usage?.waitSeconds(requester, this.#now()) ?? 0
    if (retryAfterSeconds === 0) return undefined
    return new PoolError('over-budget', 'the time for grading is used up', { retryAfterSeconds })
  }

  /** Takes a task whose request is gone out of the queue. One that has run has its verdict written and stored. */
  #abandon(task: Task): void {
    if (!task.ended && this.#queue.remove(task)) task.reject(new PoolError('abandoned', 'the request is gone'))
  }

  /** Answers those who wait, where there is a reason for it. */
  #rejectWaiting(reason: (task: Task) => PoolError | undefined): void {
    for (const task of this.#queue.items()) {
      const error = reason(task)
      if (error && this.#queue.remove(task)) task.reject(error)
    }
  }

  #fill(): void {
    while (!this.#closed && this.#slots.size < this.#workerCount) this.#add()
  }

  #add(): void {
    const slot: Slot = { worker: this.#spawn(), ready: false, started: false, retired: false, lastJob: 0 }
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
    if (word.kind === 'compiled') {
      clearTimeout(slot.running?.compileTimer)
      return
    }
    if (word.kind === 'ready') {
      slot.ready = slot.started = true
      this.#failures = 0
    } else {
      const task = this.#free(slot, word.kind === 'verdict' ? word.cpuMs : undefined)
      if (word.kind === 'verdict') {
        slot.ready = !word.resting
        task?.resolve(word.verdict)
      } else {
        this.#report('a submission could not be graded', word.error)
        task?.reject(new PoolError('died', 'the grader failed', { cause: word.error }))
      }
      if (slot.retired) this.#drop(slot)
    }
    this.#next()
  }

  /** Takes the task from a worker and charges the time that it took: where the worker did not say, since it began. */
  #free(slot: Slot, cpuMs?: number): Task | undefined {
    const { running } = slot
    slot.running = undefined
    if (!running) return undefined
    for (const timer of running.timers) clearTimeout(timer)
    const { task, startedAt } = running
    const now = this.#now()
    const tookMs = now - startedAt
    if (cpuMs) {
      const slowdown = Math.min(MAX_SLOWDOWN, Math.max(1, tookMs / cpuMs))
      this.#slowdown += (slowdown - this.#slowdown) * SLOWDOWN_WEIGHT
    }
    this.#usage?.charge(task.requester, cpuMs ?? tookMs, now)
    this.#rejectWaiting((other) => (other.ended ? undefined : this.#overBudget(other.requester)))
    return task
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
      this.#rejectWaiting(() => new PoolError('died', 'no sandbox could be started', { cause }))
    setTimeout(() => this.#fill(), Math.min(MAX_RESTART_DELAY_MS, 100 * 2 ** this.#failures++)).unref()
  }

  /** Starts what can be started. */
  #next(): void {
    while (this.#startOne());
  }

  #startOne(): boolean {
    const slots = [...this.#slots]
    const running = slots.flatMap((slot) => slot.running ?? [])
    const idle = slots.filter((slot) => slot.ready && !slot.retired && !slot.running)
    const isSlowLaneFree = !running.some(({ lane }) => lane === 'slow')
    const late = running.find(({ isLate }) => isLate)
    if (isSlowLaneFree && late) late.lane = 'slow'
    const isFastLaneFree = running.filter(({ lane }) => lane === 'fast').length < this.#size
    if (idle.length === 0) return false
    // the last idle worker is for the fast lane, while it has room
    const canStartSlow = isSlowLaneFree && !late && (idle.length > 1 || !isFastLaneFree)
    if (canStartSlow && this.#startSlow(idle, running)) return true
    return isFastLaneFree ? this.#start(idle, 'fast', running) : this.#preempt(slots, running)
  }

  /** In the slow lane, what was slow for once goes before what comes from those who are always slow. */
  #startSlow(idle: readonly Slot[], running: readonly Running[]): boolean {
    return this.#start(idle, 'slow', running, (task) => !this.#isHeavy(task)) || this.#start(idle, 'slow', running)
  }

  /**
   * Gives a worker the task whose turn it is in a lane. Returns whether there was one.
   *
   * The engine optimizes the code of a worker that is used. So as a rule all are used by turns; but while something slow
   * runs, which may be the end of its worker, the others' tasks go to the one that was used last.
   */
  #start(
    idle: readonly Slot[],
    lane: Lane,
    running: readonly Running[],
    isPreferred: (task: Task) => boolean = () => true,
  ): boolean {
    const task = this.#queue.take((waiting) => this.#mayStart(waiting, lane, running) && isPreferred(waiting))
    if (!task) return false
    const isKnown = this.#usage?.isKnown(task.requester) ?? true
    const byUse = idle.toSorted((a, b) => a.lastJob - b.lastJob)
    const slot = lane === 'fast' && running.some((job) => job.lane === 'slow') ? byUse.at(-1) : byUse[0]
    if (!slot) return false
    const { ask, ended } = task
    const compileTimer = ended ? undefined : setTimeout(() => this.#end(slot, HUNG_IN_COMPILER), COMPILE_TIMEOUT_MS)
    const timeout = setTimeout(() => this.#end(slot, HUNG), this.#timeoutMs)
    const fastLaneMs = FAST_LANE_MS * this.#slowdown
    const lateTimer = setTimeout(() => this.#markLate(slot), fastLaneMs)
    const leashTimer = setTimeout(() => this.#markPreemptible(slot), fastLaneMs * (isKnown ? KNOWN_LEASH : 1))
    const timers = [timeout, lateTimer, leashTimer, ...(compileTimer ? [compileTimer] : [])]
    const startedAt = this.#now()
    slot.running = { task, startedAt, timers, compileTimer, lane, isLate: false, isPreemptible: false }
    slot.lastJob = ++this.#lastId
    slot.worker.postMessage({ ...ask, ...(ended && { ended }), id: slot.lastJob })
    return true
  }

  #mayStart(task: Task, lane: Lane, running: readonly Running[]): boolean {
    if (running.some((other) => other.task.key === task.key)) return false
    if (task.ended) return true // the code does not run again: that is quick, and nobody gives their worker up for it
    return lane === (task.isSlow || this.#isHeavy(task) ? 'slow' : 'fast')
  }

  #isHeavy({ requester }: Task): boolean {
    return this.#usage?.isHeavy(requester, this.#now()) ?? false
  }

  #markLate(slot: Slot): void {
    if (!slot.running) return
    slot.running.isLate = true
    this.#workerCount = this.#size + 2 // from now on one stands by: nobody waits for a worker to boot
    this.#fill()
    this.#next()
  }

  #markPreemptible(slot: Slot): void {
    if (slot.running) slot.running.isPreemptible = true
    this.#next()
  }

  /**
   * Ends what is late in the fast lane when others wait for it: it starts over when it is its turn in the slow lane.
   * Returns whether there was something to end.
   */
  #preempt(slots: readonly Slot[], running: readonly Running[]): boolean {
    const late = slots.find((slot) => slot.running?.lane === 'fast' && slot.running.isPreemptible)
    const isWaiting = (task: Task) => !task.ended && this.#mayStart(task, 'fast', running)
    if (!late || !this.#queue.peek(isWaiting)) return false
    const task = this.#free(late)
    this.#drop(late)
    if (!task) return true
    task.isSlow = true
    this.#queue.putBack(task)
    if (task.requester.kind === 'learner' && task.requester.signal?.aborted) this.#abandon(task)
    return true
  }

  /** A worker that does not answer is ended; another one writes the verdict. */
  #end(slot: Slot, problem: Problem): void {
    const task = this.#free(slot)
    this.#drop(slot)
    if (!task) return
    if (task.ended) task.reject(new PoolError('died', 'the grader hung'))
    else {
      task.ended = problem
      this.#queue.putBack(task)
    }
    this.#next()
  }
}

const BUSY_RETRY = { retryAfterSeconds: BUSY_RETRY_SECONDS }
