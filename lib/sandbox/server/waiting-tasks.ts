import { FairQueue } from './fair-queue.ts'
import type { GraderUsage } from './grader-usage.ts'
import { PoolError } from './pool-error.ts'
import type { Requester } from './requester.ts'
import type { Task } from './slot.ts'

const MAX_WAITING_PER_LEARNER = 10
/** When a client should retry while the queue is full. */
const BUSY_RETRY = { retryAfterSeconds: 5 }

interface WaitingTasksOptions {
  readonly limit: number
  readonly usage: GraderUsage | undefined
  readonly now: () => number
}

/**
 * The tasks that wait for a worker: a queue for each requester, and the queues take turns. Refuses what would be too
 * much, of one requester or of all.
 */
export class WaitingTasks {
  readonly #queue = new FairQueue<Task>()
  readonly #limit: number
  readonly #usage: GraderUsage | undefined
  readonly #now: () => number

  constructor({ limit, usage, now }: WaitingTasksOptions) {
    this.#limit = limit
    this.#usage = usage
    this.#now = now
  }

  /**
   * Adds a task. If the queue is full, first evicts one of the requester who has the most waiting.
   *
   * @returns why it was not added; undefined if it was
   */
  add(task: Task): PoolError | undefined {
    const refusal = this.#refusal(task)
    if (refusal) return refusal
    this.#queue.push(task)
    if (task.requester.kind === 'learner')
      task.requester.signal?.addEventListener('abort', () => this.#abandon(task), { once: true })
    return undefined
  }

  /** Puts a task that has begun back to the front of its requester’s queue, unless nobody waits for it any more. */
  putBack(task: Task): void {
    this.#queue.putBack(task)
    if (task.requester.kind === 'learner' && task.requester.signal?.aborted) this.#abandon(task)
  }

  /** Takes the next task that may start; undefined if there is none. */
  take(mayStart: (task: Task) => boolean): Task | undefined {
    return this.#queue.take(mayStart)
  }

  /** Whether a task waits that may start. */
  has(mayStart: (task: Task) => boolean): boolean {
    return this.#queue.peek(mayStart) !== undefined
  }

  /** Rejects every task for which `reason` gives an error. */
  reject(reason: (task: Task) => PoolError | undefined): void {
    for (const task of this.#queue.items()) {
      const error = reason(task)
      if (error && this.#queue.remove(task)) task.reject(error)
    }
  }

  /** Rejects the tasks of requesters whose grading time is used up. What has run is not rejected. */
  rejectOverBudget(): void {
    this.reject((task) => (task.ended ? undefined : this.#overBudget(task.requester)))
  }

  #refusal({ key, requester }: Task): PoolError | undefined {
    if (requester.kind === 'learner') {
      if (requester.signal?.aborted) return new PoolError('abandoned', 'the client has left')
      if (this.#queue.count(key) >= MAX_WAITING_PER_LEARNER)
        return new PoolError('too-many-waiting', 'the learner has many submissions waiting', BUSY_RETRY)
    }
    const overBudget = this.#overBudget(requester)
    if (overBudget) return overBudget
    if (this.#queue.size < this.#limit) return undefined
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
    return new PoolError('over-budget', 'the grading time is used up', { retryAfterSeconds })
  }

  /** Removes a task if nobody waits for it. A task that has run stays, so that its verdict is stored. */
  #abandon(task: Task): void {
    if (!task.ended && this.#queue.remove(task)) task.reject(new PoolError('abandoned', 'the client has left'))
  }
}
