import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseDatabaseUrl } from './database-url.js'
import { fromRoot, root } from './paths.js'

/**
 * Creates the folder of the database and the secret, and keeps other users of this machine out of it.
 *
 * @param {string} [folder]
 */
export function prepareDataFolder(folder = fromRoot('data')) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  restrict(folder, 0o700)
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name)
    if (/^(secret|.+\.db(-wal|-shm)?)$/.test(name) && existsSync(file) && statSync(file).isFile()) restrict(file, 0o600)
  }
}

/**
 * Whether the course uses the data folder. With secret and database elsewhere, it doesn’t need the folder and can run
 * from a read-only disk.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} [folder]
 */
export function isDataFolderUsed(env, folder = fromRoot('data')) {
  if (!env.BETTER_AUTH_SECRET) return true
  const address = parseDatabaseUrl(env.DATABASE_URL, root)
  return address.provider === 'sqlite' && address.file.startsWith(folder + path.sep)
}

/**
 * Ignores errors, because Windows and some network drives have no such permissions.
 *
 * @param {string} file
 * @param {number} mode
 */
function restrict(file, mode) {
  try {
    chmodSync(file, mode)
  } catch {}
}
