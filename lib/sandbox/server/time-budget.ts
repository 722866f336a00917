/** How much time a key may use: so much at once, and so much a minute in the long run. Milliseconds. */
export interface TimeAllowance {
  readonly burstMs: number
  readonly perMinuteMs: number
}

const MINUTE_MS = 60_000

/**
 * Counts the time that each key has used. It is charged afterwards, when it is known, so a key may owe more than its
 * burst. Memory is bounded: the keys that were charged longest ago are forgotten.
 */
export class TimeBudget {
  readonly #allowance: TimeAllowance
  readonly #maxKeys: number
  /** What was not yet given back of the time used, and when that was counted; charged longest ago first. */
  readonly #debts = new Map<string, { readonly debtMs: number; readonly countedAt: number }>()

  constructor(allowance: TimeAllowance, maxKeys = 10_000) {
    this.#allowance = allowance
    this.#maxKeys = maxKeys
  }

  /**
   * Counts time that a key has used.
   *
   * @param now  milliseconds
   */
  charge(key: string, usedMs: number, now: number): void {
    const debtMs = this.debtMs(key, now) + usedMs
    this.#debts.delete(key)
    this.#debts.set(key, { debtMs, countedAt: now })
    if (this.#debts.size > this.#maxKeys) this.#debts.delete(this.#debts.keys().next().value ?? key)
  }

  /** Whether nothing was ever charged to a key, as far as that is remembered. */
  isNew(key: string): boolean {
    return !this.#debts.has(key)
  }

  /** The time that a key has used, less what came back since, in milliseconds. */
  debtMs(key: string, now: number): number {
    const last = this.#debts.get(key)
    if (!last) return 0
    return Math.max(0, last.debtMs - (Math.max(0, now - last.countedAt) * this.#allowance.perMinuteMs) / MINUTE_MS)
  }

  /** How long until a key may use more, in whole seconds; 0 when it may now. */
  waitSeconds(key: string, now: number): number {
    const excessMs = this.debtMs(key, now) - this.#allowance.burstMs
    return excessMs < 0 ? 0 : Math.max(1, Math.ceil((excessMs / this.#allowance.perMinuteMs) * 60))
  }
}
