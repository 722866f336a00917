import 'server-only'
import { readClientAddress } from '#lib/auth/client-address.ts'
import { Rate } from '#lib/submission/rate.ts'
import { Refusal } from './refusal.ts'

const DEFAULT_PER_MINUTE = 20
/** A class behind one address opens the course at the same moment. */
const BURST_MINUTES = 3

/**
 * Counts one new guest against an address’s allowance: GUESTS_PER_MINUTE, and three times as many at once.
 *
 * @throws Refusal 429 when the allowance is used up
 */
export function countGuest(request: Request): void {
  const wait = guestRate().take(readClientAddress(request.headers), Date.now())
  if (wait === 0) return
  throw new Refusal(
    429,
    'too-many-guests',
    `Many people have just started from your network. Your work stays on this device. Wait ${wait} s and try again, or sign in.`,
    { 'retry-after': `${wait}` },
  )
}

function guestRate(): Rate {
  const perMinute = Number(process.env.GUESTS_PER_MINUTE) || DEFAULT_PER_MINUTE
  globalForGuests.guestRate ??= new Rate({ burst: perMinute * BURST_MINUTES, perMinute })
  return globalForGuests.guestRate
}
/** On globalThis, because Next bundles this file into several routes. */
const globalForGuests = globalThis as typeof globalThis & { guestRate?: Rate }
