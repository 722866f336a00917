import { Failure } from './failure.js'

const MAX_HOPS = 8

/**
 * How many proxies of ours stand between learners and this server, from TRUST_PROXY.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {number} 0 where the server is reached directly
 * @throws {Failure} when it is not a small whole number
 */
export function readTrustedHops(env) {
  const text = env.TRUST_PROXY?.trim() || '0'
  const hops = Number(text)
  if (/^\d+$/.test(text) && hops <= MAX_HOPS) return hops
  throw new Failure(
    `TRUST_PROXY must say how many proxies stand before the course, a number from 0 to ${MAX_HOPS} (1 for one nginx or ` +
      `Caddy), not “${text}”.`,
  )
}
