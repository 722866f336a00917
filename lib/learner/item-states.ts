import 'server-only'
import { z } from 'zod'
import { type ExerciseHistory, initialReviews } from '#lib/review/evidence.ts'
import { replayItem } from '#lib/review/item-replay.ts'
import { type ItemRecord, type ItemState, ItemStateSchema, MonthReviewSchema } from '#lib/review/item-state.ts'
import type { InitialReview } from '#lib/review/replay.ts'
import type { ItemReviews } from '#lib/review/statistics.ts'
import type { Database, Tx } from './database.ts'
import { loadExerciseHistories } from './exercise-history.ts'
import { computeItemStateBasis } from './item-state-basis.ts'
import { lockLearner } from './learner.ts'
import { replayInSlices } from './replay-in-slices.ts'
import { countEntries, reviewLog, sliceItems } from './review-log.ts'
import { reviewPlan } from './review-plan.ts'

/** A stored row of an item, without the learner’s id. */
export interface ItemRow extends ItemRecord {
  readonly itemId: string
  readonly basis: string
  readonly entryCount: number
}

/** What an item’s state depends on besides the log. */
export interface ReplayContext {
  readonly retention: number
  /** The first reviews that passed exercises have given to drills, by item. */
  readonly seeds: ReadonlyMap<string, InitialReview>
}

export const createReplayContext = (retention: number, exercises: readonly ExerciseHistory[]): ReplayContext => ({
  retention,
  seeds: new Map(initialReviews(exercises).map((seed) => [seed.item, seed])),
})

/** The basis of an up-to-date row of this item. */
export const basisFor = (item: string, { retention, seeds }: ReplayContext): string =>
  computeItemStateBasis(retention, seeds.get(item))

/**
 * Reads the state of each item in a learner’s log, and of each drill that has begun.
 *
 * Reads one row per item. Recomputes missing and outdated rows from the log first, which happens once after an upgrade
 * and after each change of the desired retention.
 *
 * @throws LearnerNotFoundError
 */
export async function readItemStates(
  db: Database,
  learnerId: string,
  context: ReplayContext,
  now: Date,
): Promise<Map<string, ItemState>> {
  const rows = await db.itemState.findMany({
    where: { learnerId },
    select: { itemId: true, basis: true, entryCount: true, state: true },
  })
  const current = rows.filter(({ itemId, basis }) => basis === basisFor(itemId, context))
  const outdated = await findOutdated(db, learnerId, rows, current)
  const states = new Map(current.map(({ itemId, state }) => [itemId, ItemStateSchema.parse(state)]))
  if (outdated.length > 0) {
    const running = runningRebuilds(db).get(learnerId)
    if (running) {
      await running
      return readItemStates(db, learnerId, context, now)
    }
    for (const { itemId, state } of await rebuildAlone(db, learnerId, outdated, now)) states.set(itemId, state)
  }
  for (const [item, seed] of context.seeds)
    if (!states.has(item)) states.set(item, replayItem([], seed, context.retention).state)
  markComplete(db, learnerId)
  return states
}

/** Reads the reviews that statistics count. The rows must be up to date: call `readItemStates` first. */
export async function readMonthReviews(db: Database, learnerId: string): Promise<ItemReviews[]> {
  const rows = await db.itemState.findMany({ where: { learnerId }, select: { itemId: true, lastMonth: true } })
  return rows.map(({ itemId, lastMonth }) => ({ item: itemId, lastMonth: MonthReviewsSchema.parse(lastMonth) }))
}
const MonthReviewsSchema = z.array(MonthReviewSchema)

type RowHead = Pick<ItemRow, 'itemId' | 'basis' | 'entryCount'>

/**
 * Finds the items whose rows must be recomputed. Only an older version of this program can have written entries that no
 * row counts, so each process looks for them once per learner.
 */
async function findOutdated(
  db: Database,
  learnerId: string,
  rows: readonly RowHead[],
  current: readonly RowHead[],
): Promise<string[]> {
  if (isComplete(db, learnerId)) {
    const currentRows = new Set(current)
    return rows.filter((row) => !currentRows.has(row)).map(({ itemId }) => itemId)
  }
  const counts = await countEntries(db, learnerId)
  const counted = new Map(current.map(({ itemId, entryCount }) => [itemId, entryCount]))
  const items = new Set([...counts.keys(), ...rows.map(({ itemId }) => itemId)])
  return [...items].filter((item) => counted.get(item) !== counts.get(item))
}

/** Rebuilds running in this process, by learner. Concurrent requests wait for the same one. */
const rebuilds = new WeakMap<Database, Map<string, Promise<unknown>>>()

function runningRebuilds(db: Database): Map<string, Promise<unknown>> {
  const running = rebuilds.get(db) ?? new Map<string, Promise<unknown>>()
  rebuilds.set(db, running)
  return running
}

async function rebuildAlone(db: Database, learnerId: string, items: readonly string[], now: Date): Promise<ItemRow[]> {
  const rebuild = rebuildItemStates(db, learnerId, items, now)
  runningRebuilds(db).set(learnerId, rebuild)
  try {
    return await rebuild
  } finally {
    runningRebuilds(db).delete(learnerId)
  }
}

/** Learners known to have a row for each item in their log. Every write keeps it that way. */
const complete = new WeakMap<Database, Set<string>>()
const MAX_LEARNERS = 100_000

const isComplete = (db: Database, learnerId: string): boolean => complete.get(db)?.has(learnerId) ?? false

function markComplete(db: Database, learnerId: string): void {
  const learners = complete.get(db) ?? new Set<string>()
  if (learners.size >= MAX_LEARNERS) learners.clear()
  complete.set(db, learners.add(learnerId))
}

/** How many entries are read and replayed before their rows are stored. */
const SLICE_ENTRIES = 300

/**
 * Recomputes rows of a learner’s items from the log, some items at a time. Safe to run in several processes at once,
 * and while new entries are stored: all of them store the same rows.
 *
 * @returns the stored rows
 * @throws LearnerNotFoundError
 */
export async function rebuildItemStates(
  db: Database,
  learnerId: string,
  items: readonly string[],
  now: Date,
): Promise<ItemRow[]> {
  if (items.length === 0) return []
  const counts = await countEntries(db, learnerId)
  const slices = sliceItems(new Map(items.map((item) => [item, counts.get(item) ?? 0])), SLICE_ENTRIES)
  const rows: ItemRow[] = []
  for (const slice of slices) rows.push(...(await rebuildSlice(db, learnerId, slice, now)))
  return rows
}

/** How often we try to replay items without a lock before replaying them under a lock. */
const MAX_TRIES = 3
const LOCKED_REPLAY_LIMITS = { maxWait: 10_000, timeout: 60_000 }

async function rebuildSlice(db: Database, learnerId: string, items: readonly string[], now: Date): Promise<ItemRow[]> {
  for (let i = 0; i < MAX_TRIES; i++) {
    // replay without the lock, so that nobody waits for it, and lock only to store the result
    const rows = await replayItems(db, learnerId, items)
    const isStored = await db.$transaction(async (tx) => {
      await lockLearner(tx, learnerId, now)
      if (!(await areStatesCurrent(tx, learnerId, items, rows))) return false
      await saveItemRows(tx, learnerId, items, rows)
      return true
    })
    if (isStored) return rows
  }
  return db.$transaction(async (tx) => {
    await lockLearner(tx, learnerId, now)
    const rows = await replayItems(tx, learnerId, items)
    await saveItemRows(tx, learnerId, items, rows)
    return rows
  }, LOCKED_REPLAY_LIMITS)
}

/** Computes the rows of some items. Items that are not in the log have none. */
async function replayItems(db: Tx, learnerId: string, items: readonly string[]): Promise<ItemRow[]> {
  const context = await readReplayContext(db, learnerId, items)
  const entries = Map.groupBy(await reviewLog(db, learnerId, items), ({ item }) => item)
  const rows: ItemRow[] = []
  for (const [itemId, mine] of entries)
    rows.push({
      itemId,
      basis: basisFor(itemId, context),
      entryCount: mine.length,
      ...(await replayInSlices(mine, context.seeds.get(itemId), context.retention)),
    })
  return rows
}

/** Whether rows are still up to date. The log only grows, so the same count means the same entries. */
async function areStatesCurrent(tx: Tx, learnerId: string, items: readonly string[], rows: readonly ItemRow[]) {
  const context = await readReplayContext(tx, learnerId, items)
  const counts = await countEntries(tx, learnerId, items)
  return (
    counts.size === rows.length &&
    rows.every(
      ({ itemId, basis, entryCount }) => basis === basisFor(itemId, context) && entryCount === counts.get(itemId),
    )
  )
}

/** Reads what the states of some items depend on besides the log. */
export async function readReplayContext(tx: Tx, learnerId: string, items: readonly string[]): Promise<ReplayContext> {
  const { retention } = await reviewPlan(tx, learnerId)
  const hasDrill = items.some((item) => item.startsWith('drill:'))
  return createReplayContext(retention, hasDrill ? await loadExerciseHistories(tx, learnerId) : [])
}

/** Replaces the rows of some items, in a transaction that has locked the learner. */
export async function saveItemRows(
  tx: Tx,
  learnerId: string,
  items: readonly string[],
  rows: readonly ItemRow[],
): Promise<void> {
  await tx.itemState.deleteMany({ where: { learnerId, itemId: { in: [...items] } } })
  await tx.itemState.createMany({
    data: rows.map(({ lastMonth, ...row }) => ({ ...row, learnerId, lastMonth: [...lastMonth] })),
  })
}
