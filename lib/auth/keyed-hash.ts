import { createHmac } from 'node:crypto'

/** What a keyed hash is for. Hashes with different purposes can't be matched with each other. */
export type HashPurpose = 'log' | 'attempts-by-address' | 'attempts-by-device' | 'attempts-by-learner' | 'known-device'

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
