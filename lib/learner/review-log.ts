import 'server-only'
import { type ActionEntry, type LogEntry, LogEntrySchema, type ReviewEntry } from '#lib/review/log.ts'
import type { Replayed, Seed } from '#lib/review/replay.ts'
import { replay, standing } from '#lib/review/replay.ts'
import { type Database, isTaken, type Tx } from './database.ts'
import { lockLearner } from './learner.ts'

/** All that a learner did about items, oldest first; of some items only, where they are named. */
export async function reviewLog(db: Tx, learnerId: string, items?: readonly string[]): Promise<LogEntry[]> {
  const where = { learnerId, ...(items && { item: { in: [...items] } }) }
  // one after the other: it may be in a transaction, which is one connection
  const reviews = await db.review.findMany({
    where,
    orderBy: { at: 'asc' },
    select: { id: true, item: true, rating: true, ms: true, at: true },
  })
  const actions = await db.reviewAction.findMany({ where, orderBy: { at: 'asc' } })
  const entries = [
    ...reviews.map((it) => ({ ...it, kind: 'review', at: it.at.getTime() })),
    ...actions.map(({ id, item, kind, detail, at }) => ({ ...Object(detail), id, item, kind, at: at.getTime() })),
  ]
  return entries.map((it) => LogEntrySchema.parse(it))
}

/** What became of entries that were sent. */
export interface LogStored {
  /** Ids of those that are stored now, or were before. */
  readonly stored: readonly string[]
  /** Ids that belong to another entry. */
  readonly conflicts: readonly string[]
}

/**
 * Adds entries to a learner's log, each once: the same entry sent again is stored already, another one under its id is
 * not taken. Reviews are kept with what was known before and after them.
 *
 * @param seeds      first reviews that exercises gave
 * @param retention  that the learner wants
 * @throws LearnerGone
 */
export async function storeEntries(
  db: Database,
  learnerId: string,
  sent: readonly LogEntry[],
  { seeds, retention, now }: { readonly seeds: readonly Seed[]; readonly retention: number; readonly now: Date },
): Promise<LogStored> {
  // a clock that runs ahead must not plan the future
  const entries = sent.map((it) => ({ ...it, at: Math.min(it.at, now.getTime()) }))
  const store = () =>
    db.$transaction(async (tx) => {
      await lockLearner(tx, learnerId, now)
      const held = await holders(tx, entries)
      const fresh = unique(entries.filter((it) => !held.has(it.id)))
      const log = await reviewLog(
        tx,
        learnerId,
        fresh.map((it) => it.item),
      )
      const rated = withMemories(fresh, log, seeds, retention)
      await tx.review.createMany({ data: rated.map((it) => reviewRow(learnerId, it)) })
      await tx.reviewAction.createMany({ data: fresh.filter(isAction).map((it) => actionRow(learnerId, it)) })
      const all = new Map([...fresh.map((it) => [it.id, { learnerId, entry: it }] as const), ...held])
      const same = (it: LogEntry): boolean => {
        const holder = all.get(it.id)
        return holder?.learnerId === learnerId && isSame(holder.entry, it)
      }
      const [stored, conflicts] = [entries.filter(same), entries.filter((it) => !same(it))]
      return { stored: stored.map((it) => it.id), conflicts: conflicts.map((it) => it.id) }
    })
  try {
    return await store()
  } catch (error) {
    if (!isTaken(error)) throw error
    return store() // another learner took an id a moment ago: now it is seen
  }
}

/** Who holds the ids of entries, and with what. */
async function holders(tx: Tx, entries: readonly LogEntry[]) {
  const where = { id: { in: entries.map((it) => it.id) } }
  const [reviews, actions] = [await tx.review.findMany({ where }), await tx.reviewAction.findMany({ where })]
  return new Map(
    [
      ...reviews.map((it) => ({ learnerId: it.learnerId, entry: { ...it, kind: 'review', at: it.at.getTime() } })),
      ...actions.map((it) => ({
        learnerId: it.learnerId,
        entry: { ...Object(it.detail), ...it, at: it.at.getTime() },
      })),
    ].map((it) => [it.entry.id as string, it] as const),
  )
}

/** Whether two entries with one id are one. Their times may differ where a clock ran ahead. */
function isSame(held: Record<string, unknown>, { at, ...sent }: LogEntry): boolean {
  return Object.entries(sent).every(([name, value]) => held[name] === value) && Number(held.at) <= at
}

function unique(entries: readonly LogEntry[]): LogEntry[] {
  const first = new Map<string, LogEntry>()
  for (const it of entries) if (!first.has(it.id)) first.set(it.id, it)
  return [...first.values()]
}

/** New reviews with the memory before and after each, as a replay of the log up to it gives it. */
function withMemories(fresh: readonly LogEntry[], log: readonly LogEntry[], seeds: readonly Seed[], retention: number) {
  const live = standing([...log, ...fresh])
  const known = new Map(replay(live, seeds, retention).reviews.map((it) => [it.id, it]))
  return fresh.filter(isReview).flatMap((it): Replayed[] => {
    const replayed = known.get(it.id)
    if (replayed) return [replayed]
    // it was undone already
    const until = live.filter((other) => other.item === it.item && other.at <= it.at && other.id !== it.id)
    const mine = seeds.filter((seed) => seed.item === it.item)
    return replay([...until, it], mine, retention).reviews.filter(({ id }) => id === it.id)
  })
}

const isReview = (it: LogEntry): it is ReviewEntry => it.kind === 'review'
const isAction = (it: LogEntry): it is ActionEntry => it.kind !== 'review'

const reviewRow = (learnerId: string, { id, item, rating, ms, before, after, at }: Replayed) => ({
  id,
  learnerId,
  item,
  rating,
  ms,
  before: { ...before },
  after: { ...after },
  at: new Date(at),
})

function actionRow(learnerId: string, { id, item, kind, at, ...detail }: ActionEntry) {
  return { id, learnerId, item, kind, detail, at: new Date(at) }
}
