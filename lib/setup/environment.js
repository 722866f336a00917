import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { at } from './place.js'

/**
 * The environment that the server runs in: what the person set, else what suits one machine.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv & { PORT: string, DATABASE_URL: string }}
 */
export function serverEnvironment(env) {
  const port = env.PORT || '3000'
  return {
    ...env,
    PORT: port,
    DATABASE_URL: env.DATABASE_URL || 'file:data/course.db',
    BETTER_AUTH_SECRET: env.BETTER_AUTH_SECRET || secret(),
    BETTER_AUTH_URL: env.BETTER_AUTH_URL || `http://localhost:${port}`,
    TRUSTED_ORIGINS: env.TRUSTED_ORIGINS || `http://127.0.0.1:${port},http://[::1]:${port}`,
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

/** The secret that signs cookies: made at the first start, and kept, so that a restart knows its guests. */
function secret() {
  mkdirSync(at('data'), { recursive: true })
  const mine = at(`data/secret.${process.pid}`)
  writeFileSync(mine, randomBytes(32).toString('hex'), { mode: 0o600 })
  try {
    linkSync(mine, at('data/secret')) // whole or not at all, and never over another start's
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  } finally {
    rmSync(mine)
  }
  return readFileSync(at('data/secret'), 'utf8')
}
