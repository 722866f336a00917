import 'server-only'
import type { StorageError, StorageFault } from '#lib/learner/storage-error.ts'
import { logStorageFault } from '#lib/log/storage-log.ts'

/** A request that is not answered, and why: becomes `{ error, reason }` with its status. */
export class HttpError extends Error {
  readonly status: number
  /** For programs: too-large, not-json, malformed, no-session, cross-site, no-exercise, … */
  readonly code: string
  readonly headers: Readonly<Record<string, string>>
  /** @param reason  a sentence for a person: what happened and what to do */
  constructor(status: number, code: string, reason: string, headers: Readonly<Record<string, string>> = {}) {
    super(reason)
    this.name = 'HttpError'
    this.status = status
    this.code = code
    this.headers = headers
  }
}

const STORAGE_ANSWERS: Readonly<
  Record<StorageFault, readonly [status: number, code: string, reason: string, retryAfterS: number]>
> = {
  busy: [
    503,
    'database-busy',
    'The server’s database is busy: wait a few seconds. Everything saved so far is safe.',
    3,
  ],
  'disk-full': [
    507,
    'disk-full',
    'The server’s disk is full: nothing new can be saved there until whoever runs this course frees some space. ' +
      'Everything saved so far is safe.',
    60,
  ],
  'read-only': [
    503,
    'database-read-only',
    'The server can’t write to its database: nothing new can be saved there until whoever runs this course has fixed it. ' +
      'Everything saved so far is safe.',
    60,
  ],
  'disk-failed': [
    503,
    'disk-failed',
    'The server’s disk reports an error: nothing new can be saved there until whoever runs this course has fixed it.',
    60,
  ],
  unreachable: [
    503,
    'database-unreachable',
    'The server can’t reach its database: wait a few seconds. Everything saved so far is safe.',
    5,
  ],
}

/** Logs a database fault for the operator and creates the refusal that tells the learner about it. */
export function createStorageRefusal({ fault, message }: StorageError): HttpError {
  logStorageFault(fault, message)
  const [status, code, reason, retryAfterS] = STORAGE_ANSWERS[fault]
  return new HttpError(status, code, reason, { 'retry-after': `${retryAfterS}` })
}
