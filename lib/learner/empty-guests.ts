import 'server-only'
import type { Database } from './database.ts'

const BATCH_SIZE = 200

/** A guest of whom nothing is stored but the cookie's session. Every kind of work that a learner can do is named. */
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
 * Deletes guests of whom nothing is stored, with their sessions, in small batches: other requests are answered in
 * between. A guest with work is never deleted: one statement looks and deletes, and the database refuses the rest.
 *
 * @param before  only guests who were made, and seen last, before this moment
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
