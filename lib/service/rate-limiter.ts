/** How often something may be done: `burst` at once, then `perMinute`. */
export interface RateLimit {
  readonly burst: number
  readonly perMinute: number
}

/** Counts what each key does, and says when it is too much. Memory is bounded: the longest idle keys are forgotten. */
export class RateLimiter {
  readonly #allowance: RateLimit
  readonly #most: number
  /** How much is left of the burst, and since when; longest idle first. */
  readonly #left = new Map<string, { left: number; at: number }>()

  constructor(allowance: RateLimit, most = 10_000) {
    this.#allowance = allowance
    this.#most = most
  }

  /**
   * Takes one from the key's allowance, or several at once; of more than a burst, a burst.
   *
   * @param now  milliseconds
   * @returns 0 when there were so many, else the whole seconds until there will be
   */
  take(key: string, now: number, count = 1): number {
    const { burst, perMinute } = this.#allowance
    const last = this.#left.get(key) ?? { left: burst, at: now }
    const cost = Math.min(count, burst)
    const left = Math.min(burst, last.left + (Math.max(0, now - last.at) / 60_000) * perMinute)
    this.#left.delete(key)
    this.#left.set(key, { left: left >= cost ? left - cost : left, at: now })
    if (this.#left.size > this.#most) this.#left.delete(this.#left.keys().next().value ?? key)
    return left >= cost ? 0 : Math.ceil(((cost - left) / perMinute) * 60)
  }
}
