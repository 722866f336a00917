import 'server-only'
import { type LogEntry, LogEntrySchema } from '#lib/review/log.ts'
import type { Tx } from './database.ts'
import type { ReviewActionModel, ReviewModel } from './generated/sqlite/models.ts'
import { yieldToEventLoop } from './replay-in-slices.ts'

/** Rows read at once: about 10 ms of work. */
const PAGE_ROWS = 300

/**
 * Reads a learner’s review log, or its entries about some items, in no particular order. Other requests can run between
 * two pages.
 */
export async function reviewLog(db: Tx, learnerId: string, items?: readonly string[]): Promise<LogEntry[]> {
  const counts = await countEntries(db, learnerId, items)
  const entries: LogEntry[] = []
  for (const some of sliceItems(counts, PAGE_ROWS)) {
    for (const entry of await readItems(db, learnerId, some)) entries.push(entry)
    await yieldToEventLoop()
  }
  return entries
}

/** Counts the entries of a learner’s log per item, for all items or only some. */
export async function countEntries(
  db: Tx,
  learnerId: string,
  items?: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const query = {
    by: ['itemId' as const],
    where: { learnerId, ...(items && { itemId: { in: [...items] } }) },
    _count: { _all: true as const },
  }
  // one after the other: we may be in a transaction, which has only one connection
  const [reviews, actions] = [await db.review.groupBy(query), await db.reviewAction.groupBy(query)]
  const counts = new Map<string, number>()
  for (const { itemId, _count } of [...reviews, ...actions]) counts.set(itemId, (counts.get(itemId) ?? 0) + _count._all)
  return counts
}

/** Groups items so that each group has at most `maxEntries` entries. An item with more is a group of its own. */
export function sliceItems(counts: ReadonlyMap<string, number>, maxEntries: number): string[][] {
  const slices: string[][] = []
  let remaining = 0
  for (const [item, count] of counts) {
    const slice = slices.at(-1)
    if (slice && count <= remaining) slice.push(item)
    else slices.push([item])
    remaining = (slice && count <= remaining ? remaining : maxEntries) - count
  }
  return slices
}

async function readItems(db: Tx, learnerId: string, items: readonly string[]): Promise<LogEntry[]> {
  const where = { learnerId, itemId: { in: [...items] } }
  const reviews = await readPages(async ({ at, id }) => {
    const rows = await db.review.findMany({
      where: { ...where, reviewedAt: { gte: at }, OR: [{ reviewedAt: { gt: at } }, { id: { gt: id } }] },
      orderBy: [{ reviewedAt: 'asc' }, { id: 'asc' }],
      take: PAGE_ROWS,
      select: { id: true, itemId: true, rating: true, durationMs: true, reviewedAt: true },
    })
    return rows.map((row) => LogEntrySchema.parse(toReviewFields(row)))
  })
  const actions = await readPages(async ({ at, id }) => {
    const rows = await db.reviewAction.findMany({
      where: { ...where, performedAt: { gte: at }, OR: [{ performedAt: { gt: at } }, { id: { gt: id } }] },
      orderBy: [{ performedAt: 'asc' }, { id: 'asc' }],
      take: PAGE_ROWS,
      select: { id: true, itemId: true, kind: true, detail: true, performedAt: true },
    })
    return rows.map((row) => LogEntrySchema.parse(toActionFields(row)))
  })
  return [...reviews, ...actions]
}

type ReviewColumns = Pick<ReviewModel, 'id' | 'itemId' | 'rating' | 'durationMs' | 'reviewedAt'>

/** The fields of a review’s log entry, from its row. */
export const toReviewFields = ({ id, itemId, rating, durationMs, reviewedAt }: ReviewColumns) => ({
  id,
  kind: 'review',
  item: itemId,
  rating,
  ms: durationMs,
  at: reviewedAt.getTime(),
})

type ActionColumns = Pick<ReviewActionModel, 'id' | 'itemId' | 'kind' | 'detail' | 'performedAt'>

/** The fields of an action’s log entry, from its row. */
export const toActionFields = ({ id, itemId, kind, detail, performedAt }: ActionColumns) => ({
  ...Object(detail),
  id,
  item: itemId,
  kind,
  at: performedAt.getTime(),
})

/** The entry after which a page begins: rows are ordered by time, then by id. */
interface PageCursor {
  readonly at: Date
  readonly id: string
}

async function readPages(read: (after: PageCursor) => Promise<LogEntry[]>): Promise<LogEntry[]> {
  const entries: LogEntry[] = []
  for (;;) {
    const last = entries.at(-1)
    const page = await read({ at: new Date(last?.at ?? 0), id: last?.id ?? '' })
    for (const entry of page) entries.push(entry)
    if (page.length < PAGE_ROWS) return entries
    await yieldToEventLoop()
  }
}
