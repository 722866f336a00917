import { randomBytes } from 'node:crypto'
import { constants, copyFileSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Failure } from './failure.js'
import { at } from './place.js'

/**
 * The secret that signs cookies: made at the first start, and kept, so that a restart knows its guests.
 *
 * @param {string} [file]
 * @returns {string}
 * @throws {Failure} when the file is empty, as after a crash: another secret would lock every guest out
 */
export function readSecret(file = at('data/secret')) {
  if (!existsSync(file)) makeSecret(file)
  const secret = readFileSync(file, 'utf8')
  if (secret.trim() !== '') return secret
  throw new Failure(
    `${file} is empty: put your backup of it there, or delete it if there is none (guests then lose their work), and start again.`,
  )
}

/** @param {string} file */
function makeSecret(file) {
  const mine = `${file}.${process.pid}`
  try {
    writeFileSync(mine, randomBytes(32).toString('hex'), { mode: 0o600 })
    place(mine, file)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Whole or not at all, and never over another start's. @param {string} mine @param {string} file */
function place(mine, file) {
  try {
    linkSync(mine, file)
  } catch (error) {
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(error.code)) throw error
    copyFileSync(mine, file, constants.COPYFILE_EXCL) // disks such as exFAT know no links
  }
}
