import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { deriveItemRecords } from '#lib/review/derive-item-records.ts'
import { initialReviews } from '#lib/review/evidence.ts'
import type { Database, Tx } from './database.ts'
import { loadExerciseHistories } from './exercise-history.ts'
import { basisFor, createReplayContext, rebuildItemStates } from './item-states.ts'
import { lockLearner } from './learner.ts'
import { reviewLog } from './review-log.ts'
import { reviewPlan } from './review-plan.ts'

/** A field of an item’s stored state that differs from a replay of the log. */
export interface ItemStateDifference {
  readonly itemId: string
  /** Names joined by dots, such as `state.memory.stability`. */
  readonly field: string
  /** Undefined if the field is absent. */
  readonly stored: unknown
  readonly replayed: unknown
}

/** How a learner's stored item states compare with a replay of their whole log. */
export interface ItemStateReport {
  readonly entries: number
  /** Number of items in the log. */
  readonly items: number
  /** Those whose state is not stored or is out of date. Nothing is wrong: the next read computes it. */
  readonly pending: readonly string[]
  readonly differences: readonly ItemStateDifference[]
}

/**
 * Replays a learner’s whole log and compares the result with the stored item states, field by field. Checks differences
 * again while holding the learner’s lock, in case an entry was stored between the two reads.
 *
 * @throws LearnerNotFoundError
 */
export async function checkItemStates(db: Database, learnerId: string, now: Date): Promise<ItemStateReport> {
  const report = await compareItemStates(db, learnerId)
  const suspects = [...new Set(report.differences.map(({ itemId }) => itemId))]
  if (suspects.length === 0) return report
  const { differences } = await db.$transaction(
    async (tx) => {
      await lockLearner(tx, learnerId, now)
      return compareItemStates(tx, learnerId, suspects)
    },
    { timeout: 60_000 },
  )
  return { ...report, differences }
}

/**
 * Recomputes a learner’s item states that are pending or differ.
 *
 * @returns how many rows were written
 * @throws LearnerNotFoundError
 */
export async function repairItemStates(
  db: Database,
  learnerId: string,
  { pending, differences }: ItemStateReport,
  now: Date,
): Promise<number> {
  const items = new Set([...pending, ...differences.map(({ itemId }) => itemId)])
  return (await rebuildItemStates(db, learnerId, [...items], now)).length
}

async function compareItemStates(db: Tx, learnerId: string, only?: readonly string[]): Promise<ItemStateReport> {
  const entries = await reviewLog(db, learnerId, only)
  const exercises = await loadExerciseHistories(db, learnerId)
  const { retention } = await reviewPlan(db, learnerId)
  const context = createReplayContext(retention, exercises)
  const where = { learnerId, ...(only && { itemId: { in: [...only] } }) }
  const rows = new Map((await db.itemState.findMany({ where })).map((row) => [row.itemId, row]))
  const counts = new Map([...Map.groupBy(entries, ({ item }) => item)].map(([item, mine]) => [item, mine.length]))
  const records = deriveItemRecords(entries, initialReviews(exercises), retention)
  const isCurrent = (itemId: string): boolean => rows.get(itemId)?.basis === basisFor(itemId, context)
  const current = [...new Set([...counts.keys(), ...rows.keys()])].filter(isCurrent)
  return {
    entries: entries.length,
    items: counts.size,
    pending: [...counts.keys()].filter((itemId) => !isCurrent(itemId)),
    differences: current.flatMap((itemId) => {
      const { entryCount, state, lastMonth } = rows.get(itemId) ?? {}
      const replayed = counts.has(itemId)
        ? { entryCount: counts.get(itemId), ...records.get(itemId) }
        : { entryCount: 0, state: undefined, lastMonth: undefined }
      return findDifferences(itemId, { entryCount, state, lastMonth }, replayed)
    }),
  }
}

function findDifferences(itemId: string, stored: object, replayed: object): ItemStateDifference[] {
  const [left, right] = [flatten(stored), flatten(replayed)]
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((field) => !isDeepStrictEqual(left.get(field), right.get(field)))
    .map((field) => ({ itemId, field, stored: left.get(field), replayed: right.get(field) }))
}

/** The leaves of a value by their dotted names. Empty lists and objects are leaves too. */
function flatten(value: unknown, name = '', leaves = new Map<string, unknown>()): Map<string, unknown> {
  const parts = typeof value === 'object' && value !== null ? Object.entries(value) : []
  if (parts.length === 0 && value !== undefined) leaves.set(name, value)
  for (const [key, part] of parts) flatten(part, name === '' ? key : `${name}.${key}`, leaves)
  return leaves
}
