import 'server-only'
import { type Database, database } from '#lib/learner/database.ts'
import { measureStoredBytes } from '#lib/learner/stored-bytes.ts'
import { HttpError } from './http-error.ts'

const DEFAULT_QUOTA_MIB = 100
const MIB = 1024 * 1024
/** A learner's stored bytes are measured again after this time, and at most this often when it is too much. */
const REMEASURE_MS = 60_000
const MAX_LEARNERS = 10_000
/** When a learner whose space is full tries again. */
const RETRY_AFTER_S = 600

interface Usage {
  readonly bytes: number
  readonly measuredAt: number
}

interface SpaceOptions {
  /**
   * Whether an earlier request stored all of it. A client whose answer got lost sends the same again, and needs no
   * space for that. Only called if the space is used up.
   */
  readonly isStored: (db: Database) => Promise<boolean>
  readonly db?: Database
  /** In milliseconds since 1970. */
  readonly now?: number
}

/**
 * Counts bytes that a learner is about to store against their space in the database: STORED_MIB_PER_LEARNER.
 *
 * @throws HttpError 507 if it is used up, unless everything is stored already
 */
export async function requireSpace(
  learnerId: string,
  bytes: number,
  { isStored, db, now = Date.now() }: SpaceOptions,
): Promise<void> {
  const quotaMib = Number(process.env.STORED_MIB_PER_LEARNER) || DEFAULT_QUOTA_MIB
  globalForQuota.storedBytes ??= new Map()
  const usages = globalForQuota.storedBytes
  let usage = usages.get(learnerId)
  const isOver = ({ bytes: used }: Usage) => used + bytes > quotaMib * MIB
  if (!usage || now - usage.measuredAt >= REMEASURE_MS)
    usage = { bytes: await measureStoredBytes(db ?? (await database()), learnerId), measuredAt: now }
  const isFull = isOver(usage)
  usages.delete(learnerId)
  usages.set(learnerId, isFull ? usage : { ...usage, bytes: usage.bytes + bytes })
  if (usages.size > MAX_LEARNERS) usages.delete(usages.keys().next().value ?? learnerId)
  if (isFull && !(await isStored(db ?? (await database()))))
    throw new HttpError(
      507,
      'quota-used-up',
      `Your space on the server is full (${quotaMib} MiB). It stays on this device. Ask whoever runs this course for more space.`,
      { 'retry-after': `${RETRY_AFTER_S}` },
    )
}
/** On globalThis, because Next bundles this file into several routes. */
const globalForQuota = globalThis as typeof globalThis & { storedBytes?: Map<string, Usage> }
