import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { at } from './place.js'

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

/** Windows and some network drives know no such rights: the folder is used all the same. @param {string} file @param {number} mode */
function restrict(file, mode) {
  try {
    chmodSync(file, mode)
  } catch {}
}
