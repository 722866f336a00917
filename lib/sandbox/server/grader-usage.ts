import type { Requester } from './requester.ts'
import { type TimeAllowance, TimeBudget } from './time-budget.ts'

/** A learner who owes this much has just had something slow graded: many times what a right answer takes. */
const HEAVY_LEARNER_MS = 1000
/** An address that owes this much is the source of several slow answers. */
const HEAVY_ADDRESS_MS = 1500

/** The grader's time that learners and client addresses have used. */
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

  /** How long until a requester may use the grader again, in whole seconds; 0 when they may now. */
  waitSeconds(requester: Requester, now: number): number {
    if (requester.kind === 'author') return 0
    return Math.max(this.#learners.waitSeconds(requester.id, now), this.#addresses.waitSeconds(requester.address, now))
  }

  /** Whether something of a requester was graded before. */
  isKnown(requester: Requester): boolean {
    return requester.kind === 'author' || !this.#learners.isNew(requester.id)
  }

  /**
   * Whether what a requester sends is likely to be slow: their own answers were, a moment ago; or nothing is known of
   * them, and answers from their address were.
   */
  isHeavy(requester: Requester, now: number): boolean {
    if (requester.kind === 'author') return false
    if (!this.isKnown(requester)) return this.#addresses.debtMs(requester.address, now) >= HEAVY_ADDRESS_MS
    return this.#learners.debtMs(requester.id, now) >= HEAVY_LEARNER_MS
  }
}
