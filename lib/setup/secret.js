import { randomBytes } from 'node:crypto'
import { constants, copyFileSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fromRoot } from './paths.js'
import { SetupError } from './setup-error.js'

/**
 * Reads the secret that signs cookies. The first start creates it, and later starts need the same one to recognize
 * guests.
 *
 * @param {string} [file]
 * @returns {string}
 * @throws {SetupError} if the file is empty, as after a crash: a new secret would lock every guest out
 */
export function readSecret(file = fromRoot('data/secret')) {
  if (!existsSync(file)) makeSecret(file)
  const secret = readFileSync(file, 'utf8')
  if (secret.trim() !== '') return secret
  throw new SetupError(
    `${file} is empty: restore it from a backup, or delete it if you have none (guests then lose their work), and start again.`,
  )
}

/** @param {string} file */
function makeSecret(file) {
  const mine = `${file}.${process.pid}`
  try {
    writeFileSync(mine, randomBytes(32).toString('hex'), { mode: 0o600 })
    linkOrKeep(mine, file)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Puts the file in place atomically, never over another start’s. @param {string} mine @param {string} file */
function linkOrKeep(mine, file) {
  try {
    linkSync(mine, file)
  } catch (error) {
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(error.code)) throw error
    copyFileSync(mine, file, constants.COPYFILE_EXCL) // file systems such as exFAT have no links
  }
}
