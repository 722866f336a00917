import { statSync } from 'node:fs'

/** Primary result codes, https://sqlite.org/rescode.html; the low byte of an extended one. */
const BUSY = 5
const READONLY = 8
const IOERR = 10
const CORRUPT = 11
const FULL = 13
const CANTOPEN = 14
const NOTADB = 26
/** The shared-memory file next to the database could not grow: an extended code of IOERR that means a full disk. */
const IOERR_SHMSIZE = 4874

/** Includes ENOENT, which creating a folder on a read-only disk gives. */
const UNWRITABLE = new Set(['EROFS', 'EACCES', 'EPERM', 'ENOENT'])

/**
 * Describes why a SQLite file can’t be used and what to do, in a sentence for the operator.
 *
 * @param {unknown} error  of the driver or of the file system
 * @param {string} file
 * @returns {string | undefined} undefined for any other error
 */
export function describeSqliteError(error, file) {
  const { code, message } = Object(error)
  const rawCode = readRawCode(error)
  const primary = rawCode === undefined ? undefined : rawCode & 0xff
  if (primary === FULL || rawCode === IOERR_SHMSIZE || code === 'ENOSPC' || code === 'EDQUOT')
    return `The disk of the database ${file} is full: free some space and start again.`
  if (primary === BUSY)
    return `The database ${file} is locked by another program: close that program, or wait until it is done, and start again.`
  if (primary === NOTADB)
    return `${file} is not a SQLite database: set DATABASE_URL to another file, or restore a backup.`
  if (primary === CORRUPT) return `The database ${file} is damaged: restore a backup.`
  if (isFolder(file))
    return `${file} is a folder: set DATABASE_URL to file: and the path of a file, as in file:data/course.db.`
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `The folder of the database ${file} can’t be created, because a file has that name: set DATABASE_URL to another path.`
  if (primary === READONLY || primary === CANTOPEN || UNWRITABLE.has(code))
    return `The database ${file} can’t be written: make it and its folder writable for this user, or set DATABASE_URL to another path.`
  if (primary === IOERR || code === 'EIO')
    return `The disk of the database ${file} has failed (${message}): check the disk and start again.`
  return undefined
}

/** libSQL reports a file that it can’t open only in a message, which ends with the code. @param {unknown} error */
function readRawCode(error) {
  const { rawCode, message } = Object(error)
  if (typeof rawCode === 'number') return rawCode
  const [, code] = /^ConnectionFailed\(.*: (\d+)"\)$/s.exec(String(message)) ?? []
  return code === undefined ? undefined : Number(code)
}

/** @param {string} file */
function isFolder(file) {
  try {
    return statSync(file).isDirectory()
  } catch {
    return false
  }
}
