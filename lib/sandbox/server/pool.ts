import type { Problem, Verdict } from '#lib/grading/verdict.ts'
import { COMPILE_TIMEOUT_MESSAGE } from '../compile/compile-timeout.ts'
import { DEADLINE_SECONDS } from '../quickjs/quickjs-sandbox.ts'
import type { GraderUsage } from './grader-usage.ts'
import type { GradeJobInput, PoolWorkerMessage } from './job.ts'
import { PoolError } from './pool-error.ts'
import type { Requester } from './requester.ts'
import type { Lane, PoolWorker, Running, Slot, Task } from './slot.ts'
import { WaitingTasks } from './waiting-tasks.ts'

export interface PoolOptions {
  readonly spawn: () => PoolWorker
  /** Workers in the fast lane. The slow lane has one more, and after the first slow job another one stands by. */
  readonly size: number
  /** After these a worker that does not answer is ended. */
  readonly timeoutMs?: number
  /** Jobs that may wait. */
  readonly queueLimit?: number
  /** Counts the time that each requester uses. Without it, time is not limited. */
  readonly usage?: GraderUsage
  readonly report?: (message: string, error: unknown) => void
  /** Milliseconds. */
  readonly now?: () => number
}

/** The sandbox ends code by itself at its deadline; only a built-in that hangs gets this far. */
const TIMEOUT_MS = (DEADLINE_SECONDS + 1) * 1000
const HUNG: Problem = { kind: 'deadline', seconds: DEADLINE_SECONDS, input: '' }
/** A safety net: the compiler’s work is bounded by the source’s length. */
const COMPILE_TIMEOUT_MS = 2000
const HUNG_IN_COMPILER: Problem = { kind: 'compile', message: COMPILE_TIMEOUT_MESSAGE }
const MAX_WAITING = 200
/** Processor time, many times what a correct answer takes. Jobs that run longer are slow. */
const FAST_LANE_MS = 250
/** How many times longer a known requester’s job may run before it is preempted: it is likely to end soon. */
const KNOWN_LEASH = 4
/** The most that we extend the fast lane’s time limit while the machine is busy, as a factor. */
const MAX_SLOWDOWN = 4
/** The weight of the latest job in the moving average of the slowdown. */
const SLOWDOWN_WEIGHT = 0.2
const MAX_RESTART_DELAY_MS = 10_000

/**
 * A pool of worker threads, each grading one submission at a time.
 *
 * Every requester has their own queue and at most one running job; the queues take turns. A job that runs long
 * continues in the slow lane. If that is taken and others wait, the job is preempted and starts over in the slow lane
 * later. Requesters who have just sent slow answers use the slow lane from the start. So the others wait for a fraction
 * of a second at most.
 *
 * If a learner’s code blocks its worker (by hanging in a built-in), the job resolves with a verdict. If something goes
 * wrong on our side, it rejects with a PoolError.
 */
export class Pool {
  readonly #spawn: () => PoolWorker
  readonly #size: number
  readonly #timeoutMs: number
  readonly #usage: GraderUsage | undefined
  readonly #report: (message: string, error: unknown) => void
  readonly #now: () => number
  readonly #slots = new Set<Slot>()
  readonly #waiting: WaitingTasks
  #workerCount: number
  /** Moving average of a job’s elapsed time divided by its processor time. */
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
    this.#usage = usage
    this.#report = report ?? (() => {})
    this.#now = now ?? (() => performance.now())
    this.#waiting = new WaitingTasks({ limit: queueLimit ?? MAX_WAITING, usage, now: this.#now })
    this.#fill()
  }
  get workers(): number {
    return this.#slots.size
  }

  /**
   * The verdict on a submission.
   *
   * @throws PoolError if it was not graded, which is never the code’s fault
   */
  grade(jobInput: GradeJobInput, requester: Requester): Promise<Verdict> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new PoolError('closed', 'the server is going down'))
      const key = `${requester.kind} ${requester.id}`
      const refusal = this.#waiting.add({ key, jobInput, requester, resolve, reject, isSlow: false })
      if (refusal) return reject(refusal)
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

  /** Ends all workers and rejects all waiting tasks. */
  async close(): Promise<void> {
    this.#closed = true
    this.#waiting.reject(() => new PoolError('closed', 'the server is going down'))
    await Promise.all([...this.#slots].map((slot) => slot.worker.terminate()))
  }

  #fill(): void {
    while (!this.#closed && this.#slots.size < this.#workerCount) this.#add()
  }

  #add(): void {
    const slot: Slot = { worker: this.#spawn(), ready: false, started: false, retired: false, lastJob: 0 }
    this.#slots.add(slot)
    slot.worker.unref()
    slot.worker.on('message', (message) => this.#hear(slot, message))
    slot.worker.on('error', (error) => {
      this.#report('a sandbox worker failed', error)
      this.#drop(slot, error)
    })
    slot.worker.on('exit', () => this.#drop(slot))
  }

  #hear(slot: Slot, message: PoolWorkerMessage): void {
    if (message.kind === 'compiled') {
      clearTimeout(slot.running?.compileTimer)
      return
    }
    if (message.kind === 'ready') {
      slot.ready = slot.started = true
      this.#failures = 0
    } else {
      const task = this.#free(slot, message.kind === 'verdict' ? message.cpuMs : undefined)
      if (message.kind === 'verdict') {
        slot.ready = !message.isRebooting
        task?.resolve(message.verdict)
      } else {
        this.#report('a submission could not be graded', message.error)
        task?.reject(new PoolError('died', 'the grader failed', { cause: message.error }))
      }
      if (slot.retired) this.#drop(slot)
    }
    this.#next()
  }

  /**
   * Takes the task from a worker and charges its requester: `cpuMs` if the worker reported it, else the elapsed time.
   */
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
    this.#waiting.rejectOverBudget()
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
      this.#waiting.reject(() => new PoolError('died', 'no sandbox could be started', { cause }))
    setTimeout(() => this.#fill(), Math.min(MAX_RESTART_DELAY_MS, 100 * 2 ** this.#failures++)).unref()
  }

  /** Starts as many waiting tasks as possible. */
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
    // reserve the last idle worker for the fast lane while that has room
    const canStartSlow = isSlowLaneFree && !late && (idle.length > 1 || !isFastLaneFree)
    if (canStartSlow && this.#startSlow(idle, running)) return true
    return isFastLaneFree ? this.#start(idle, 'fast', running) : this.#preempt(slots, running)
  }

  /** Starts a task in the slow lane, preferring a task that was slow once over those of heavy requesters. */
  #startSlow(idle: readonly Slot[], running: readonly Running[]): boolean {
    return this.#start(idle, 'slow', running, (task) => !this.#isHeavy(task)) || this.#start(idle, 'slow', running)
  }

  /**
   * Gives a worker the next task of a lane. Returns whether there was one.
   *
   * The engine optimizes the code of workers that are in use, so they normally take turns. While a slow job runs, which
   * may end its worker, tasks of the fast lane go to the worker that was used last.
   */
  #start(
    idle: readonly Slot[],
    lane: Lane,
    running: readonly Running[],
    isPreferred: (task: Task) => boolean = () => true,
  ): boolean {
    const task = this.#waiting.take((waiting) => this.#mayStart(waiting, lane, running) && isPreferred(waiting))
    if (!task) return false
    const isKnown = this.#usage?.isKnown(task.requester) ?? true
    const byUse = idle.toSorted((a, b) => a.lastJob - b.lastJob)
    const slot = lane === 'fast' && running.some((job) => job.lane === 'slow') ? byUse.at(-1) : byUse[0]
    if (!slot) return false
    const { jobInput, ended } = task
    const compileTimer = ended ? undefined : setTimeout(() => this.#end(slot, HUNG_IN_COMPILER), COMPILE_TIMEOUT_MS)
    const timeout = setTimeout(() => this.#end(slot, HUNG), this.#timeoutMs)
    const fastLaneMs = FAST_LANE_MS * this.#slowdown
    const lateTimer = setTimeout(() => this.#markLate(slot), fastLaneMs)
    const leashTimer = setTimeout(() => this.#markPreemptible(slot), fastLaneMs * (isKnown ? KNOWN_LEASH : 1))
    const timers = [timeout, lateTimer, leashTimer, ...(compileTimer ? [compileTimer] : [])]
    const startedAt = this.#now()
    slot.running = { task, startedAt, timers, compileTimer, lane, isLate: false, isPreemptible: false }
    slot.lastJob = ++this.#lastId
    slot.worker.postMessage({ ...jobInput, ...(ended && { crashProblem: ended }), id: slot.lastJob })
    return true
  }

  #mayStart(task: Task, lane: Lane, running: readonly Running[]): boolean {
    if (running.some((other) => other.task.key === task.key)) return false
    if (task.ended) return true // the code doesn’t run again, so this is quick and preempts nobody
    return lane === (task.isSlow || this.#isHeavy(task) ? 'slow' : 'fast')
  }

  #isHeavy({ requester }: Task): boolean {
    return this.#usage?.isHeavy(requester, this.#now()) ?? false
  }

  #markLate(slot: Slot): void {
    if (!slot.running) return
    slot.running.isLate = true
    this.#workerCount = this.#size + 2 // from now on keep a spare, so that nobody waits for a worker to boot
    this.#fill()
    this.#next()
  }

  #markPreemptible(slot: Slot): void {
    if (slot.running) slot.running.isPreemptible = true
    this.#next()
  }

  /**
   * Preempts a late job in the fast lane if others wait; it starts over when its turn comes in the slow lane. Returns
   * whether it preempted one.
   */
  #preempt(slots: readonly Slot[], running: readonly Running[]): boolean {
    const late = slots.find((slot) => slot.running?.lane === 'fast' && slot.running.isPreemptible)
    const isWaiting = (task: Task) => !task.ended && this.#mayStart(task, 'fast', running)
    if (!late || !this.#waiting.has(isWaiting)) return false
    const task = this.#free(late)
    this.#drop(late)
    if (!task) return true
    task.isSlow = true
    this.#waiting.putBack(task)
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
      this.#waiting.putBack(task)
    }
    this.#next()
  }
}
