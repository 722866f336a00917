import { SetupError } from './setup-error.js'

/** Large enough for any number of days or requests. */
const MAX_DEFAULT = 999_999_999

/**
 * Checks settings that must be whole numbers if they are set.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {readonly string[]} names
 * @param {{ min?: number, max?: number }} [range]
 * @throws {SetupError} for the first one that isn’t a whole number or is out of range
 */
export function requireWholeNumbers(env, names, { min = 0, max = MAX_DEFAULT } = {}) {
  for (const name of names) {
    const text = env[name]?.trim()
    if (!text) continue
    const isFit = /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max
    if (!isFit) throw new SetupError(`${name} must be a whole number${describeRange(min, max)}, not “${text}”.`)
  }
}

/** @param {number} min @param {number} max */
function describeRange(min, max) {
  if (max < MAX_DEFAULT) return ` from ${min} to ${max}`
  return min > 0 ? ` of at least ${min}` : ''
}
