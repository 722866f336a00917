import 'server-only'
import { type LogEntry, LogEntrySchema } from '#lib/review/log.ts'
import type { Tx } from './database.ts'
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
    by: ['item' as const],
    where: { learnerId, ...(items && { item: { in: [...items] } }) },
    _count: { _all: true as const },
  }
  // one after the other: we may be in a transaction, which has only one connection
  const [reviews, actions] = [await db.review.groupBy(query), await db.reviewAction.groupBy(query)]
  const counts = new Map<string, number>()
  for (const { item, _count } of [...reviews, ...actions]) counts.set(item, (counts.get(item) ?? 0) + _count._all)
  return counts
}

/** Groups items so that each group has at most `maxEntries` entries. An item with more is a group of its own. */
export function sliceItems(counts: ReadonlyMap<string, number>, maxEntries: number): string[][] {
  const slices: string[][] = []
  let left = 0
  for (const [item, count] of counts) {
    const slice = slices.at(-1)
    if (slice && count <= left) slice.push(item)
    else slices.push([item])
    left = (slice && count <= left ? left : maxEntries) - count
  }
  return slices
}

async function readItems(db: Tx, learnerId: string, items: readonly string[]): Promise<LogEntry[]> {
  const where = { learnerId, item: { in: [...items] } }
  const reviews = await readPages(async (page) => {
    const select = { id: true, item: true, rating: true, ms: true, at: true }
    const rows = await db.review.findMany({ ...page, where: { ...where, ...page.where }, select })
    return rows.map((row) => LogEntrySchema.parse({ ...row, kind: 'review', at: row.at.getTime() }))
  })
  const actions = await readPages(async (page) => {
    const select = { id: true, item: true, kind: true, detail: true, at: true }
    const rows = await db.reviewAction.findMany({ ...page, where: { ...where, ...page.where }, select })
    return rows.map(({ detail, ...row }) => LogEntrySchema.parse({ ...Object(detail), ...row, at: row.at.getTime() }))
  })
  return [...reviews, ...actions]
}

/** The query for one page: the rows after the last one that was read. */
interface Page {
  readonly take: number
  readonly orderBy: { at?: 'asc'; id?: 'asc' }[]
  readonly where: { at?: { gte: Date }; OR?: { at?: { gt: Date }; id?: { gt: string } }[] }
}

async function readPages(read: (page: Page) => Promise<LogEntry[]>): Promise<LogEntry[]> {
  const entries: LogEntry[] = []
  for (;;) {
    const last = entries.at(-1)
    const at = new Date(last?.at ?? 0)
    const where = last ? { at: { gte: at }, OR: [{ at: { gt: at } }, { id: { gt: last.id } }] } : {}
    const page = await read({ take: PAGE_ROWS, orderBy: [{ at: 'asc' }, { id: 'asc' }], where })
    for (const entry of page) entries.push(entry)
    if (page.length < PAGE_ROWS) return entries
    await yieldToEventLoop()
  }
}
