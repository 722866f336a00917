import { Failure } from './failure.js'

/**
 * Looks at settings that must be whole numbers where they are set.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {readonly string[]} names
 * @throws {Failure} for the first one that is not
 */
export function requireWholeNumbers(env, names) {
  for (const name of names) {
    const text = env[name]?.trim()
    if (text && !/^\d{1,9}$/.test(text)) throw new Failure(`${name} must be a whole number, not “${text}”.`)
  }
}
