/** How much time a key may use: `burstMs` at once and `perMinuteMs` per minute in the long run. Milliseconds. */
export interface TimeAllowance {
  readonly burstMs: number
  readonly perMinuteMs: number
}

const MINUTE_MS = 60_000

/**
 * Counts the time that each key has used. Time is charged after use, when it is known, so a key’s debt may exceed its
 * burst. Memory is bounded: the keys that were charged longest ago are forgotten.
 */
export class TimeBudget {
  readonly #allowance: TimeAllowance
  readonly #maxKeys: number
  /** Each key’s debt when it was last charged. The key that was charged longest ago comes first. */
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

  /** Whether a key was never charged, as far as this budget remembers. */
  isNew(key: string): boolean {
    return !this.#debts.has(key)
  }

  /** The time that a key has used, less its allowance since then, in milliseconds. */
  debtMs(key: string, now: number): number {
    const last = this.#debts.get(key)
    if (!last) return 0
    return Math.max(0, last.debtMs - (Math.max(0, now - last.countedAt) * this.#allowance.perMinuteMs) / MINUTE_MS)
  }

  /** How long until a key may use more, in whole seconds; 0 if it may now. */
  waitSeconds(key: string, now: number): number {
    const excessMs = this.debtMs(key, now) - this.#allowance.burstMs
    return excessMs < 0 ? 0 : Math.max(1, Math.ceil((excessMs / this.#allowance.perMinuteMs) * 60))
  }
}
