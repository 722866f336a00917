import { formatDatabaseUrl, parseDatabaseUrl } from './database-url.js'
import { readListenAddress } from './listen-address.js'
import { parseOrigin, parseOrigins } from './origin.js'
import { root } from './paths.js'
import { readSecret } from './secret.js'
import { SetupError } from './setup-error.js'
import { readTrustedHops } from './trust-proxy.js'

/**
 * The environment that the server runs in: what the person set, else what suits one machine.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {NodeJS.ProcessEnv & { PORT: string, DATABASE_URL: string }}
 * @throws {SetupError} if a setting of the operator’s can’t work
 */
export function serverEnvironment(env) {
  const port = readPort(env)
  const { origin } = readListenAddress(env, port)
  readTrustedHops(env)
  requireWholeNumbers(env, ['GUEST_DAYS', 'GUESTS_PER_MINUTE'])
  requireWholeNumbers(env, ['SIGN_INS_PER_MINUTE', ...LIMITS_PER_LEARNER], { min: 1 })
  requireWholeNumbers(env, ['SESSION_DAYS', 'SESSION_MAX_DAYS'], { min: 1, max: 400 })
  return {
    ...env,
    PORT: port,
    DATABASE_URL: formatDatabaseUrl(parseDatabaseUrl(env.DATABASE_URL, root)),
    BETTER_AUTH_SECRET: env.BETTER_AUTH_SECRET || readSecret(),
    BETTER_AUTH_URL: parseOrigin('BETTER_AUTH_URL', env.BETTER_AUTH_URL || origin),
    TRUSTED_ORIGINS: parseOrigins('TRUSTED_ORIGINS', env.TRUSTED_ORIGINS ?? '').join(','),
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

/** How much a learner may do or store. */
const LIMITS_PER_LEARNER = [
  'SUBMISSIONS_PER_MINUTE',
  'REVIEWS_PER_MINUTE',
  'GRADER_SECONDS_PER_MINUTE',
  'GRADER_SECONDS_PER_MINUTE_PER_ADDRESS',
  'STORED_MIB_PER_LEARNER',
]

/** @param {Readonly<Record<string, string | undefined>>} env */
function readPort(env) {
  const port = env.PORT?.trim() || '3000'
  if (/^\d+$/.test(port) && Number(port) > 0 && Number(port) < 65_536) return `${Number(port)}`
  throw new SetupError(`PORT must be a number from 1 to 65535, not “${port}”.`)
}

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
function requireWholeNumbers(env, names, { min = 0, max = MAX_DEFAULT } = {}) {
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
