import { SetupError } from './setup-error.js'

const MAX_HOPS = 8

/**
 * Reads from TRUST_PROXY how many of our proxies are between learners and this server.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {number} 0 if learners reach the server directly
 * @throws {SetupError} if it isn’t a whole number from 0 to `MAX_HOPS`
 */
export function readTrustedHops(env) {
  const text = env.TRUST_PROXY?.trim() || '0'
  const hops = Number(text)
  if (/^\d+$/.test(text) && hops <= MAX_HOPS) return hops
  throw new SetupError(
    `TRUST_PROXY must be the number of your proxies in front of the course, from 0 to ${MAX_HOPS} (1 for one nginx or ` +
      `Caddy), not “${text}”.`,
  )
}
