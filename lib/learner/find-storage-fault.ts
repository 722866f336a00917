/** Why a database can’t do its work, if the query itself is not to blame. */
export type StorageFault =
  /** Another program, or another request, holds a lock for too long. */
  | 'busy'
  | 'disk-full'
  | 'read-only'
  | 'disk-failed'
  /** The database server doesn’t answer or accepts no connections. */
  | 'unreachable'

/** SQLite's primary result codes (https://sqlite.org/rescode.html): the low byte of an extended one. */
const SQLITE_FAULTS: Readonly<Record<number, StorageFault>> = {
  5: 'busy', // BUSY
  6: 'busy', // LOCKED
  8: 'read-only', // READONLY
  10: 'disk-failed', // IOERR
  13: 'disk-full', // FULL
  14: 'read-only', // CANTOPEN: a database on a read-only disk, not open in any process
}
/** The shared-memory file next to the database could not grow, which only a full disk causes. */
const SQLITE_IOERR_SHMSIZE = 4874

/** PostgreSQL’s error codes, or their classes (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const POSTGRESQL_FAULTS: readonly (readonly [RegExp, StorageFault])[] = [
  [/^53100$/, 'disk-full'],
  [/^25006$/, 'read-only'],
  [/^58030$/, 'disk-failed'],
  [/^(55P03|57014|40001|40P01)$/, 'busy'],
  [/^(08|28|3D|53|57P)/, 'unreachable'],
]

/** Socket errors, and what Prisma’s adapters turn them into. */
const UNREACHABLE: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TlsConnectionError', 'ENOENT'],
])
const BROKEN_CONNECTION =
  /^Connection terminated|^timeout e|^Query read timeout|^Client has encountered a connection error/

/**
 * Finds which fault of the database an error reports.
 *
 * @param error  of one of Prisma's adapters, or of the driver below it
 * @returns undefined if the database works, so that the query or our code is to blame
 */
export function findStorageFault(error: unknown): StorageFault | undefined {
  const { cause, code, rawCode, message } = Object(error) as Readonly<Record<string, unknown>>
  const { kind, originalCode, extendedCode } = Object(cause) as Readonly<Record<string, unknown>>
  // SQLite’s codes have at most four digits, PostgreSQL’s have five characters
  const codeInMessage = /^\d{1,4}$/.test(`${originalCode}`) ? Number(originalCode) : undefined
  const resultCode = [rawCode, extendedCode, codeInMessage, readOpenError(message)].find(
    (value) => typeof value === 'number',
  )
  if (resultCode === SQLITE_IOERR_SHMSIZE) return 'disk-full'
  if (resultCode !== undefined) return SQLITE_FAULTS[resultCode & 0xff]
  const names = [originalCode, code, kind].filter((name) => typeof name === 'string')
  if (names.some((name) => UNREACHABLE.has(name)) || BROKEN_CONNECTION.test(`${message}`)) return 'unreachable'
  const sqlState = names.find((name) => /^[0-9A-Z]{5}$/.test(name))
  return POSTGRESQL_FAULTS.find(([pattern]) => sqlState && pattern.test(sqlState))?.[1]
}

/** libSQL reports a file that it can’t open only in a message, which ends with SQLite’s code. */
function readOpenError(message: unknown): number | undefined {
  const [, code] = /^ConnectionFailed\(.*: (\d+)"\)$/s.exec(`${message}`) ?? []
  return code === undefined ? undefined : Number(code)
}
