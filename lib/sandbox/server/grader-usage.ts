import type { Requester } from './requester.ts'
import { type TimeAllowance, TimeBudget } from './time-budget.ts'

/** A learner with this much debt has just had a slow answer graded: many times what a correct one takes. */
const HEAVY_LEARNER_MS = 1000
/** An address with this much debt has sent several slow answers. */
const HEAVY_ADDRESS_MS = 1500

/** The grading time that learners and client addresses have used. */
export class GraderUsage {
  readonly #learners: TimeBudget
  readonly #addresses: TimeBudget

  constructor(allowances: { readonly learner: TimeAllowance; readonly address: TimeAllowance }) {
    this.#learners = new TimeBudget(allowances.learner)
    this.#addresses = new TimeBudget(allowances.address)
  }

  /**
   * Counts time that a worker has spent on a requester.
   *
   * @param now  milliseconds
   */
  charge(requester: Requester, usedMs: number, now: number): void {
    if (requester.kind === 'author') return
    this.#learners.charge(requester.id, usedMs, now)
    this.#addresses.charge(requester.address, usedMs, now)
  }

  /** How long until a requester may use the grader again, in whole seconds; 0 if they may now. */
  waitSeconds(requester: Requester, now: number): number {
    if (requester.kind === 'author') return 0
    return Math.max(this.#learners.waitSeconds(requester.id, now), this.#addresses.waitSeconds(requester.address, now))
  }

  /** Whether an answer of this requester has been graded before. */
  isKnown(requester: Requester): boolean {
    return requester.kind === 'author' || !this.#learners.isNew(requester.id)
  }

  /**
   * Whether a requester’s next answer is likely to be slow: their own last answers were slow, or they are new and
   * answers from their address were slow.
   */
  isHeavy(requester: Requester, now: number): boolean {
    if (requester.kind === 'author') return false
    if (!this.isKnown(requester)) return this.#addresses.debtMs(requester.address, now) >= HEAVY_ADDRESS_MS
    return this.#learners.debtMs(requester.id, now) >= HEAVY_LEARNER_MS
  }
}
