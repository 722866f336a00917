import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { formatCookie, readCookie } from './session-cookie.ts'

/**
 * A browser in which somebody has signed in to an account gets its own counter of wrong passwords, so a stranger's guesses
 * can't lock out the owner. The cookie doesn’t identify anyone and works only for that account.
 *
 * @see https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
 */
const NAME = 'course.known_device'
/** Sent only with the requests that need it. */
const PATH = '/api/auth'
const MAX_AGE_S = 400 * 24 * 60 * 60

const formatName = (isSecure: boolean): string => (isSecure ? `__Secure-${NAME}` : NAME)

/** Creates the cookie for a browser in which somebody has just signed in. */
export function createDeviceCookie(secret: string, email: string, isSecure: boolean): string {
  const id = randomBytes(16).toString('base64url')
  const value = `${id}.${computeKeyedHash(secret, 'known-device', id, email)}`
  return formatCookie({ name: formatName(isSecure), value, path: PATH, maxAgeS: MAX_AGE_S, isSecure })
}

/** Creates the header that deletes it. */
export const createEndOfDeviceCookie = (isSecure: boolean): string =>
  formatCookie({ name: formatName(isSecure), value: '', path: PATH, maxAgeS: 0, isSecure })

/** Reads the browser's id; undefined unless somebody has signed in to the account with this address there before. */
export function readKnownDevice(headers: Headers, secret: string, email: string, isSecure: boolean) {
  const [id, signature] = (readCookie(headers, formatName(isSecure)) ?? '').split('.')
  if (!id || !signature) return undefined
  const expected = Buffer.from(computeKeyedHash(secret, 'known-device', id, email))
  const signatureBytes = Buffer.from(signature)
  return signatureBytes.length === expected.length && timingSafeEqual(signatureBytes, expected) ? id : undefined
}

/** What a keyed hash is for. Hashes with different purposes can't be matched with each other. */
type HashPurpose = 'log' | 'attempts-by-address' | 'attempts-by-device' | 'attempts-by-learner' | 'known-device'

/**
 * Computes a keyed hash (the first 132 bits of an HMAC-SHA-256, in base64url) of several texts.
 *
 * @param secret the server’s secret, without which nobody can tell which address a hash belongs to
 */
export function computeKeyedHash(secret: string, purpose: HashPurpose, ...parts: readonly string[]): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([purpose, ...parts]))
    .digest('base64url')
    .slice(0, 22)
}
