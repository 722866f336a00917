import 'server-only'

/** How often something may be done: `burst` at once, then `perMinute`. */
interface RateLimit {
  readonly burst: number
  readonly perMinute: number
}

/** Counts what each key does, and says when it is too much. Memory is bounded: the longest idle keys are forgotten. */
export class RateLimiter {
  readonly #allowance: RateLimit
  readonly #most: number
  /** How much is left of the burst, and since when; longest idle first. */
  readonly #left = new Map<string, { tokens: number; at: number }>()

  constructor(allowance: RateLimit, most = 10_000) {
    this.#allowance = allowance
    this.#most = most
  }

  /**
   * Takes one from the key's allowance, or several at once; of more than a burst, a burst.
   *
   * @param now  milliseconds
   * @returns 0 if the allowance covered it, else the whole seconds until it will
   */
  take(key: string, now: number, count = 1): number {
    const { burst, perMinute } = this.#allowance
    const last = this.#left.get(key) ?? { tokens: burst, at: now }
    const cost = Math.min(count, burst)
    const tokens = Math.min(burst, last.tokens + (Math.max(0, now - last.at) / 60_000) * perMinute)
    this.#left.delete(key)
    this.#left.set(key, { tokens: tokens >= cost ? tokens - cost : tokens, at: now })
    if (this.#left.size > this.#most) this.#left.delete(this.#left.keys().next().value ?? key)
    return tokens >= cost ? 0 : Math.ceil(((cost - tokens) / perMinute) * 60)
  }
}

/** How often something may be done: times per minute, and as a burst the number that `burstMinutes` allows. */
interface Limit {
  readonly perMinute: number
  /** The setting that replaces `perMinute`. */
  readonly setting?: string
  /** 1 unless it is given. */
  readonly burstMinutes?: number
  /** For programs; `too-often` unless it is given. */
  readonly code?: string
  /** The message for someone who has to wait. */
  readonly describe: (seconds: number) => string
}

const describeWrite = (seconds: number): string => `That’s a lot in a short time. Wait ${seconds} s and try again.`

/** Counted by learner: far more than a person does by hand. */
const LEARNER_LIMITS = {
  submission: {
    perMinute: 120,
    setting: 'SUBMISSIONS_PER_MINUTE',
    describe: (seconds) => `That’s a lot of answers in a short time. Wait ${seconds} s and try again.`,
  },
  /** Entries of the review log. A person rates a card every few seconds; what waited offline comes in batches. */
  review: { perMinute: 300, setting: 'REVIEWS_PER_MINUTE', describe: describeWrite },
  draft: { perMinute: 300, describe: describeWrite },
  'review-plan': { perMinute: 30, describe: describeWrite },
  interview: { perMinute: 20, describe: describeWrite },
  'interview-action': { perMinute: 60, describe: describeWrite },
} as const satisfies Readonly<Record<string, Limit>>

/** Counted by address. A whole class may sit behind one address and begin at the same moment. */
const ADDRESS_LIMITS = {
  guest: {
    perMinute: 20,
    setting: 'GUESTS_PER_MINUTE',
    burstMinutes: 3,
    code: 'too-many-guests',
    describe: (seconds) =>
      `Many people have just started from your network. Your work stays on this device. Wait ${seconds} s and try again, or sign in.`,
  },
  /** Requests that check or set a password. Each account has its own limit too (`lib/auth/password-attempts.ts`). */
  password: {
    perMinute: 30,
    setting: 'SIGN_INS_PER_MINUTE',
    burstMinutes: 2,
    describe: (seconds) => `Too many sign-ins and sign-ups from your network. Wait ${seconds} s and try again.`,
  },
} as const satisfies Readonly<Record<string, Limit>>

const LIMITS: Readonly<Record<LimitName, Limit>> = { ...LEARNER_LIMITS, ...ADDRESS_LIMITS }

/** What is limited: by learner, or for `guest` and `password` by address. */
export type LimitName = keyof typeof LEARNER_LIMITS | keyof typeof ADDRESS_LIMITS

/** Why something may not be done now. */
export interface LimitRefusal {
  readonly code: string
  /** A sentence for the person. */
  readonly reason: string
  readonly retryAfterSeconds: number
}

/**
 * Counts something against its limit.
 *
 * @param key  a learner's id, or an address
 * @param count  how often it is done
 * @returns undefined if it is allowed
 */
export function countUse(name: LimitName, key: string, count = 1): LimitRefusal | undefined {
  const limit = LIMITS[name]
  const seconds = getRate(name, limit).take(key, Date.now(), count)
  if (seconds === 0) return undefined
  return { code: limit.code ?? 'too-often', reason: limit.describe(seconds), retryAfterSeconds: seconds }
}

function getRate(name: LimitName, { perMinute, setting, burstMinutes = 1 }: Limit): RateLimiter {
  globalForLimits.rates ??= new Map()
  const cached = globalForLimits.rates.get(name)
  if (cached) return cached
  const allowed = (setting !== undefined && Number(process.env[setting])) || perMinute
  const rate = new RateLimiter({ burst: allowed * burstMinutes, perMinute: allowed })
  globalForLimits.rates.set(name, rate)
  return rate
}
/** On globalThis, because Next bundles this file into several routes. */
const globalForLimits = globalThis as typeof globalThis & { rates?: Map<LimitName, RateLimiter> }
