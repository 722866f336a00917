import 'server-only'
import { type Database, isUniqueViolation } from '#lib/learner/database.ts'

/** Failures in a row before the first wait. */
export const MAX_FREE_FAILURES = 10
const FIRST_WAIT_MS = 60_000
/** Attempts during a wait don't prolong it, so nobody can lock the owner out for longer than this at a time. */
export const MAX_WAIT_MS = 15 * 60_000
/** Failures are forgotten a day after the last attempt. */
const RETENTION_MS = 24 * 60 * 60_000
const MAX_ROWS = 20_000
const MAX_PRUNED_ROWS = 500
const MAX_RETRIES = 30
const BUSY_WAIT_MS = 1000

/** Computes how long the next attempt must wait after `failures` in a row, in ms: 1, 2, 4, 8, then 15 min. */
export function computeWaitMs(failures: number): number {
  if (failures < MAX_FREE_FAILURES) return 0
  return Math.min(FIRST_WAIT_MS * 2 ** (failures - MAX_FREE_FAILURES), MAX_WAIT_MS)
}

/**
 * Registers an attempt at a password. It counts as a failure until `clearPasswordAttempts` reports that the password
 * was correct, so parallel attempts gain nothing over attempts in a row.
 *
 * @param subject  a keyed hash of what is being guessed
 * @returns 0 if the password may be checked, otherwise the milliseconds until it may be
 */
export async function takePasswordAttempt(db: Database, subject: string, now: Date): Promise<number> {
  for (let retry = 0; retry < MAX_RETRIES; retry++) {
    const stored = await db.passwordAttempt.findUnique({ where: { subject } })
    if (!stored) {
      if (await addFirstAttempt(db, subject, now)) return 0
      continue // a parallel attempt was faster
    }
    const waitMs = stored.blockedUntil.getTime() - now.getTime()
    if (waitMs > 0) return waitMs
    const isExpired = now.getTime() - stored.lastAttemptAt.getTime() > RETENTION_MS
    const failures = isExpired ? 1 : stored.failures + 1
    const { count } = await db.passwordAttempt.updateMany({
      where: { subject, failures: stored.failures, lastAttemptAt: stored.lastAttemptAt },
      data: { failures, lastAttemptAt: now, blockedUntil: new Date(now.getTime() + computeWaitMs(failures)) },
    })
    if (count === 1) return 0
  }
  return BUSY_WAIT_MS
}

/** Forgets the failures of a subject, because its password was correct. */
export async function clearPasswordAttempts(db: Database, subject: string): Promise<void> {
  await db.passwordAttempt.deleteMany({ where: { subject } })
}

/** Adds a row; false if a parallel attempt has added it. */
async function addFirstAttempt(db: Database, subject: string, now: Date): Promise<boolean> {
  try {
    await db.passwordAttempt.create({ data: { subject, failures: 1, blockedUntil: now, lastAttemptAt: now } })
  } catch (error) {
    if (isUniqueViolation(error)) return false
    throw error
  }
  await prunePasswordAttempts(db, now)
  return true
}

/** Deletes expired rows, and the oldest ones if made-up addresses have added too many. */
export async function prunePasswordAttempts(db: Database, now: Date, maxRows: number = MAX_ROWS): Promise<void> {
  await db.passwordAttempt.deleteMany({ where: { lastAttemptAt: { lt: new Date(now.getTime() - RETENTION_MS) } } })
  const excess = (await db.passwordAttempt.count()) - maxRows
  if (excess <= 0) return
  const oldest = await db.passwordAttempt.findMany({
    orderBy: { lastAttemptAt: 'asc' },
    take: Math.min(excess, MAX_PRUNED_ROWS),
    select: { subject: true },
  })
  await db.passwordAttempt.deleteMany({ where: { subject: { in: oldest.map(({ subject }) => subject) } } })
}
