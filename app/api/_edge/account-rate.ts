import 'server-only'
import { readClientAddress } from '#lib/auth/client-address.ts'
import { Rate } from '#lib/submission/rate.ts'
import { Refusal } from './refusal.ts'

/**
 * How often one address may have a password checked. A whole class may sign up behind one address, so the limit is
 * generous: SIGN_INS_PER_MINUTE, and twice as many at once. Each account has a limit of its own too (`lib/auth/password-attempts.ts`).
 */
const DEFAULT_PER_MINUTE = 30
/** The requests that check or set a password. */
const COUNTED = /\/(sign-up\/email|sign-in\/email|change-password)$/

/**
 * Counts a request about an account against its address's allowance.
 *
 * @throws Refusal 429 when the allowance is used up
 */
export function countAccountRequest(request: Request): void {
  if (!COUNTED.test(new URL(request.url).pathname)) return
  const perMinute = Number(process.env.SIGN_INS_PER_MINUTE) || DEFAULT_PER_MINUTE
  globalForEdge.accountRate ??= new Rate({ burst: 2 * perMinute, perMinute })
  const seconds = globalForEdge.accountRate.take(readClientAddress(request.headers), Date.now())
  if (seconds === 0) return
  throw new Refusal(
    429,
    'too-often',
    `Too many sign-ins and sign-ups from your network. Wait ${seconds} s and try again.`,
    { 'retry-after': `${seconds}` },
  )
}
/** On globalThis, because development reloads this file after every edit. */
const globalForEdge = globalThis as typeof globalThis & { accountRate?: Rate }
