import 'server-only'
import { z } from 'zod'
import { eventsFrom, ItemReplay, type Transition } from '#lib/review/item-replay.ts'
import { type ItemState, ItemStateSchema, MonthReviewSchema } from '#lib/review/item-state.ts'
import type { ActionEntry, LogEntry, ReviewEntry } from '#lib/review/log.ts'
import { withoutUndone } from '#lib/review/replay.ts'
import { type Database, isUniqueViolation, type Tx } from './database.ts'
import { basisFor, type ItemRow, type ReplayContext, readReplayContext, saveItemRows } from './item-states.ts'
import { lockLearner } from './learner.ts'
import { replayInSlices } from './replay-in-slices.ts'
import { reviewLog, toActionFields, toReviewFields } from './review-log.ts'

/** The result of storing entries. */
export interface LogStored {
  /** Ids of the entries that are now stored, including those that already were. */
  readonly stored: readonly string[]
  /** Ids that belong to a different entry. */
  readonly conflicts: readonly string[]
}

/**
 * Adds entries to a learner’s log. Idempotent: an entry that is sent again is already stored; a different entry with
 * the same id is a conflict. Stores each review with the memory state before and after it, and updates the items’
 * stored states in the same transaction.
 *
 * @throws LearnerNotFoundError
 */
export async function storeEntries(
  db: Database,
  learnerId: string,
  sent: readonly LogEntry[],
  now: Date,
): Promise<LogStored> {
  // a clock that runs ahead must not put entries into the future
  const entries = sent.map((entry) => ({ ...entry, at: Math.min(entry.at, now.getTime()) }))
  const store = () => db.$transaction((tx) => storeNewEntries(tx, learnerId, entries, now))
  try {
    return await store()
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return store() // another learner has just taken one of the ids: the second attempt finds it
  }
}

/** Whether a learner’s log already has an entry for each of these ids. */
export async function areEntriesStored(
  db: Database,
  learnerId: string,
  entries: readonly Pick<LogEntry, 'id'>[],
): Promise<boolean> {
  const ids = new Set(entries.map(({ id }) => id))
  const where = { learnerId, id: { in: [...ids] } }
  const [reviews, actions] = await Promise.all([db.review.count({ where }), db.reviewAction.count({ where })])
  return reviews + actions === ids.size
}

async function storeNewEntries(tx: Tx, learnerId: string, entries: readonly LogEntry[], now: Date): Promise<LogStored> {
  await lockLearner(tx, learnerId, now)
  const storedById = await findHolders(tx, entries)
  const newEntries = keepFirstOfEachId(entries.filter(({ id }) => !storedById.has(id)))
  await addToLog(tx, learnerId, newEntries)
  const all = new Map([...newEntries.map((entry) => [entry.id, { learnerId, entry }] as const), ...storedById])
  const isStored = (entry: LogEntry): boolean => {
    const holder = all.get(entry.id)
    return holder?.learnerId === learnerId && isSame(holder.entry, entry)
  }
  const [stored, conflicts] = [entries.filter(isStored), entries.filter((entry) => !isStored(entry))]
  return { stored: stored.map(({ id }) => id), conflicts: conflicts.map(({ id }) => id) }
}

/** Finds the stored entries that already have these ids, with their learners. */
async function findHolders(tx: Tx, entries: readonly LogEntry[]) {
  const where = { id: { in: entries.map(({ id }) => id) } }
  const [reviews, actions] = [await tx.review.findMany({ where }), await tx.reviewAction.findMany({ where })]
  return new Map(
    [
      ...reviews.map((row) => ({ learnerId: row.learnerId, entry: toReviewFields(row) })),
      ...actions.map((row) => ({ learnerId: row.learnerId, entry: toActionFields(row) })),
    ].map((holder) => [holder.entry.id as string, holder] as const),
  )
}

/** Whether two entries with the same id are equal. The stored time may be earlier, if the client’s clock ran ahead. */
function isSame(storedEntry: Record<string, unknown>, { at, ...sent }: LogEntry): boolean {
  return Object.entries(sent).every(([name, value]) => storedEntry[name] === value) && Number(storedEntry.at) <= at
}

function keepFirstOfEachId(entries: readonly LogEntry[]): LogEntry[] {
  const first = new Map<string, LogEntry>()
  for (const entry of entries) if (!first.has(entry.id)) first.set(entry.id, entry)
  return [...first.values()]
}

/** Stores entries whose ids are not taken, and the states of their items. */
async function addToLog(tx: Tx, learnerId: string, newEntries: readonly LogEntry[]): Promise<void> {
  const byItem = Map.groupBy(newEntries, ({ item }) => item)
  const items = [...byItem.keys()]
  const context = await readReplayContext(tx, learnerId, items)
  const stored = await readCurrentRows(tx, learnerId, items, context)
  const undone = await readUndone(tx, learnerId, items)
  const isAppend = (item: string): boolean => {
    const row = stored.get(item)
    const mine = byItem.get(item) ?? []
    return row !== undefined && mine.every((entry) => isLater(entry, row.state) && !undone.has(entry.id))
  }
  const log = await reviewLog(
    tx,
    learnerId,
    items.filter((item) => !isAppend(item)),
  )
  const logByItem = Map.groupBy(log, ({ item }) => item)
  const rows: ItemRow[] = []
  const transitions = new Map<string, Transition>()
  for (const [item, mine] of byItem) {
    const row = isAppend(item) ? stored.get(item) : undefined
    const before = logByItem.get(item) ?? []
    const replayed = row ? append(row, mine, context) : await replayWith(before, mine, item, context)
    rows.push({
      itemId: item,
      basis: basisFor(item, context),
      entryCount: (row?.entryCount ?? before.length) + mine.length,
      ...replayed.record,
    })
    for (const [id, transition] of replayed.transitions) transitions.set(id, transition)
  }
  await tx.review.createMany({
    data: newEntries.filter(isReview).map((entry) => reviewRow(learnerId, entry, transitions.get(entry.id))),
  })
  await tx.reviewAction.createMany({ data: newEntries.filter(isAction).map((entry) => actionRow(learnerId, entry)) })
  await saveItemRows(tx, learnerId, items, rows)
}

/** The stored rows that new entries can continue from. */
async function readCurrentRows(tx: Tx, learnerId: string, items: readonly string[], context: ReplayContext) {
  const rows = await tx.itemState.findMany({ where: { learnerId, itemId: { in: [...items] } } })
  return new Map(
    rows
      .filter(({ itemId, basis }) => basis === basisFor(itemId, context))
      .map(({ itemId, basis, entryCount, state, lastMonth }): [string, ItemRow] => [
        itemId,
        {
          itemId,
          basis,
          entryCount,
          state: ItemStateSchema.parse(state),
          lastMonth: MonthReviewsSchema.parse(lastMonth),
        },
      ]),
  )
}
const MonthReviewsSchema = z.array(MonthReviewSchema)

/** Reads the ids of entries that are undone in the log. An undo may arrive before the entry that it undoes. */
async function readUndone(tx: Tx, learnerId: string, items: readonly string[]): Promise<Set<unknown>> {
  const undos = await tx.reviewAction.findMany({
    where: { learnerId, itemId: { in: [...items] }, kind: 'undo' },
    select: { detail: true },
  })
  return new Set(undos.map(({ detail }) => Object(detail).entry))
}

/** Whether an entry only adds to a state: it is later than everything the state counts, and is not an undo. */
const isLater = (entry: LogEntry, { lastEntryAt = -1 }: ItemState): boolean =>
  entry.kind !== 'undo' && entry.at > lastEntryAt

interface ReplayedEntries {
  readonly record: Pick<ItemRow, 'state' | 'lastMonth'>
  /** What the new reviews changed, by review id. */
  readonly transitions: ReadonlyMap<string, Transition>
}

/** Continues from a stored row. The cost depends only on the new entries, not on the length of the log. */
function append(row: ItemRow, mine: readonly LogEntry[], { retention }: ReplayContext): ReplayedEntries {
  const replay = new ItemReplay(retention, row)
  const transitions = new Map<string, Transition>()
  for (const event of eventsFrom(mine, undefined)) {
    const transition = replay.apply(event)
    if (transition) transitions.set(event.id, transition)
  }
  return { record: replay.record, transitions }
}

/** Replays an item from its first entry, because an entry arrived late or was undone. */
async function replayWith(
  before: readonly LogEntry[],
  mine: readonly LogEntry[],
  item: string,
  { seeds, retention }: ReplayContext,
): Promise<ReplayedEntries> {
  const entries = [...before, ...mine]
  const seed = seeds.get(item)
  const transitions = new Map<string, Transition>()
  const record = await replayInSlices(entries, seed, retention, (id, transition) => transitions.set(id, transition))
  for (const entry of mine) {
    if (entry.kind !== 'review' || transitions.has(entry.id)) continue
    // already undone: store it with what it would have changed
    const until = withoutUndone(entries).filter(({ at }) => at <= entry.at)
    await replayInSlices([...until, entry], seed, retention, (id, transition) => {
      if (id === entry.id) transitions.set(id, transition)
    })
  }
  return { record, transitions }
}

const isReview = (entry: LogEntry): entry is ReviewEntry => entry.kind === 'review'
const isAction = (entry: LogEntry): entry is ActionEntry => entry.kind !== 'review'

function reviewRow(learnerId: string, { id, item, rating, ms, at }: ReviewEntry, transition: Transition | undefined) {
  if (!transition) throw new Error(`the review ${id} was not replayed`)
  const { before, after } = transition
  return {
    id,
    learnerId,
    itemId: item,
    rating,
    durationMs: ms,
    memoryBefore: { ...before },
    memoryAfter: { ...after },
    reviewedAt: new Date(at),
  }
}

function actionRow(learnerId: string, { id, item, kind, at, ...detail }: ActionEntry) {
  return { id, learnerId, itemId: item, kind, detail, performedAt: new Date(at) }
}
