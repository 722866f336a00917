import 'server-only'
import type { Database, Tx } from './database.ts'
import { lockLearner } from './learner.ts'

/** An answer that is being written. */
export interface Draft {
  readonly source: string
  /** When it was last changed, by the clock where it was written: milliseconds since 1970. */
  readonly at: number
}

export interface DraftKey {
  readonly learnerId: string
  readonly exercise: string
}

/**
 * Saves a draft: the newest wins. Where it does not continue the stored one (`base` is the `at` of the draft that the
 * writer started from), the two were written in two places and the loser is kept.
 *
 * @returns the draft that is now stored, and whether another one was kept
 * @throws LearnerGone
 */
export function saveDraft(
  db: Database,
  key: DraftKey,
  draft: Draft & { readonly base?: number },
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<{ readonly draft: Draft; readonly kept: boolean }> {
  // a clock that runs ahead must not win for ever
  const mine = { source: draft.source, at: Math.min(draft.at, now.getTime()) }
  return db.$transaction(async (tx) => {
    await lockLearner(tx, key.learnerId, now)
    return placeDraft(tx, key, mine, draft.base, id)
  })
}

/** How many older drafts of an exercise stay. A person who writes in two places makes a handful. */
const MAX_KEPT_DRAFTS = 20

/** Places a draft beside what is stored, inside a transaction that has locked the learner. */
export async function placeDraft(tx: Tx, key: DraftKey, mine: Draft, base: number | undefined, id: string) {
  const stored = await storedDraft(tx, key)
  const wins = !stored || mine.at >= stored.at
  const loser = wins ? stored : mine
  const kept = stored !== undefined && stored.at !== base && stored.source !== mine.source && loser !== undefined
  if (kept) await keepDraft(tx, key, loser, id)
  if (!wins) return { draft: stored, kept }
  const data = { source: mine.source, at: new Date(mine.at) }
  await tx.draft.upsert({ where: { learnerId_exercise: key }, create: { ...key, ...data }, update: data })
  return { draft: mine, kept }
}

/** Keeps a draft that another one took the place of, and the newest of those that were kept before. */
async function keepDraft(tx: Tx, key: DraftKey, { source, at }: Draft, id: string): Promise<void> {
  await tx.draftKept.create({ data: { id, ...key, source, at: new Date(at) } })
  const others = await tx.draftKept.findMany({
    where: { ...key, id: { not: id } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })
  const dropped = others.slice(MAX_KEPT_DRAFTS - 1).map((draft) => draft.id)
  if (dropped.length > 0) await tx.draftKept.deleteMany({ where: { id: { in: dropped } } })
}

/** The newest draft of an exercise. */
export async function storedDraft(db: Tx, key: DraftKey): Promise<Draft | undefined> {
  const it = await db.draft.findUnique({ where: { learnerId_exercise: key } })
  return it ? { source: it.source, at: it.at.getTime() } : undefined
}

/** Drafts that others took the place of, newest first, ten at most. */
export async function keptDrafts(db: Database, { learnerId, exercise }: DraftKey): Promise<Draft[]> {
  const kept = await db.draftKept.findMany({ where: { learnerId, exercise }, orderBy: { at: 'desc' }, take: 10 })
  return kept.map((it) => ({ source: it.source, at: it.at.getTime() }))
}
