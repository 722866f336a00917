import 'server-only'
import type { Database } from './database.ts'

const BATCH_SIZE = 200

/** Matches guests of whom only the session is stored. It must list every kind of work that a learner can do. */
export const WITHOUT_WORK = {
  submissions: { none: {} },
  drafts: { none: {} },
  draftsKept: { none: {} },
  solutionsSeen: { none: {} },
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
