import 'server-only'
import { type Database, database } from './database.ts'
import { logFailure } from './log-failure.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const DEFAULT_GUEST_DAYS = 30

/**
 * Days after which a guest without work is deleted, from GUEST_DAYS; 0 for never.
 */
export function readGuestDays(env: Readonly<Record<string, string | undefined>>): number {
  const text = env.GUEST_DAYS?.trim()
  return text && /^\d+$/.test(text) ? Number(text) : DEFAULT_GUEST_DAYS
}

/** Deletes guests without work now and once a day, for as long as this process runs. */
export function startGuestExpiry(): void {
  const days = readGuestDays(process.env)
  if (days === 0 || globalForExpiry.guestExpiry) return
  const expire = () => void expireGuests(database(), days).catch(logExpiryFailure)
  globalForExpiry.guestExpiry = setInterval(expire, DAY_MS).unref()
  expire()
}
/** On globalThis, because development reloads this file after every edit. */
const globalForExpiry = globalThis as typeof globalThis & { guestExpiry?: NodeJS.Timeout }

async function expireGuests(opening: Promise<Database>, days: number): Promise<void> {
  const deleted = await deleteEmptyGuests(await opening, new Date(Date.now() - days * DAY_MS))
  if (deleted > 0)
    console.log(`Deleted ${deleted === 1 ? '1 guest' : `${deleted} guests`} without work, unused for ${days} days.`)
}

/** Only logs the error, because nobody waits for the result and the next attempt is tomorrow. */
function logExpiryFailure(error: unknown): void {
  logFailure('Could not delete old guests. The next attempt is in a day.', error)
}

const BATCH_SIZE = 200

/** Matches guests of whom only the session is stored. It must list every kind of work that a learner can do. */
export const WITHOUT_WORK = {
  submissions: { none: {} },
  drafts: { none: {} },
  draftRevisions: { none: {} },
  solutionReveals: { none: {} },
  reviews: { none: {} },
  reviewActions: { none: {} },
  reviewPlan: { is: null },
  interviews: { none: {} },
} as const

/**
 * Deletes guests without work and their sessions, in small batches so that other requests can run in between. Never
 * deletes a guest with work: one statement both checks and deletes.
 *
 * @param before only guests who were created, and last seen, before this time
 * @returns how many were deleted
 */
export async function deleteEmptyGuests(db: Database, before: Date): Promise<number> {
  const isOldGuest = { isAnonymous: true, createdAt: { lt: before }, updatedAt: { lt: before } }
  let deleted = 0
  for (let last = ''; ; ) {
    const batch = await db.user.findMany({
      where: { ...isOldGuest, id: { gt: last } },
      orderBy: { id: 'asc' },
      take: BATCH_SIZE,
      select: { id: true },
    })
    const ids = batch.map((guest) => guest.id)
    const { count } = await db.user.deleteMany({ where: { ...isOldGuest, ...WITHOUT_WORK, id: { in: ids } } })
    deleted += count
    last = ids.at(-1) ?? last
    if (ids.length < BATCH_SIZE) return deleted
    await new Promise((resolve) => setImmediate(resolve))
  }
}
