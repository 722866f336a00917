import { statSync } from 'node:fs'

/** Primary result codes, https://sqlite.org/rescode.html; the low byte of an extended one. */
const BUSY = 5
const READONLY = 8
const IOERR = 10
const CORRUPT = 11
const FULL = 13
const CANTOPEN = 14
const NOTADB = 26
/** The shared memory beside the file could not grow: an extended code of IOERR that means a full disk. */
const IOERR_SHMSIZE = 4874

/** ENOENT is what making a folder on a read-only disk gives. */
const UNWRITABLE = new Set(['EROFS', 'EACCES', 'EPERM', 'ENOENT'])

/**
 * Why a SQLite file can't be used, and what to do: a sentence for who starts the course.
 *
 * @param {unknown} error  of the driver or of the file system
 * @param {string} file
 * @returns {string | undefined} undefined where it is none of these
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
    return `${file} is not a SQLite database: set DATABASE_URL to another file, or put a backup of yours in its place.`
  if (primary === CORRUPT) return `The database ${file} is damaged: put a backup of yours in its place.`
  if (isFolder(file))
    return `${file} is a folder: set DATABASE_URL to file: and the path of a file, as in file:data/course.db.`
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `The folder of the database ${file} can’t be made, because a file has its name: set DATABASE_URL to another path.`
  if (primary === READONLY || primary === CANTOPEN || UNWRITABLE.has(code))
    return `The database ${file} can’t be written: make it and its folder writable for this user, or set DATABASE_URL to another path.`
  if (primary === IOERR || code === 'EIO')
    return `The disk of the database ${file} has failed (${message}): check the disk and start again.`
  return undefined
}

/** A file that can't be opened at all is reported in words alone, which end with the code. @param {unknown} error */
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
