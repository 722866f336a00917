import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseDatabaseUrl } from './database-url.js'
import { at, root } from './place.js'

/**
 * Makes the folder of the database and the secret, and keeps other users of this machine out of it.
 *
 * @param {string} [folder]
 */
export function prepareDataFolder(folder = at('data')) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  restrict(folder, 0o700)
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name)
    if (/^(secret|.+\.db(-wal|-shm)?)$/.test(name) && existsSync(file) && statSync(file).isFile()) restrict(file, 0o600)
  }
}

/**
 * Whether a start uses that folder: it may have its secret and its database elsewhere, and stand on a disk that nobody
 * writes.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} [folder]
 */
export function isDataFolderUsed(env, folder = at('data')) {
  if (!env.BETTER_AUTH_SECRET) return true
  const address = parseDatabaseUrl(env.DATABASE_URL, root)
  return address.provider === 'sqlite' && address.file.startsWith(folder + path.sep)
}

/** Windows and some network drives know no such rights: the folder is used all the same. @param {string} file @param {number} mode */
function restrict(file, mode) {
  try {
    chmodSync(file, mode)
  } catch {}
}
