import 'server-only'
import type { Database, Tx } from './database.ts'
import { lockLearner } from './learner.ts'

/** An answer that is being written. */
export interface Draft {
  readonly source: string
  /** When the server stored it, in milliseconds since 1970; also its version number. Each version has a larger one. */
  readonly at: number
}

export interface DraftKey {
  readonly learnerId: string
  readonly exercise: string
}

/** The result of saving a draft. */
export interface SavedDraft {
  /** The draft that is stored now. */
  readonly draft: Draft
  /** Whether another one was kept, because the new one doesn't continue it. */
  readonly kept: boolean
  readonly other?: Draft
}

/**
 * Saves a draft. If it doesn't continue the stored one (`base` is the `at` of the draft that the writer started from), the
 * two were written in two places, and the stored one is kept. This doesn’t depend on any device’s clock.
 *
 * @throws LearnerNotFoundError
 */
export function saveDraft(
  db: Database,
  key: DraftKey,
  { source, base }: { readonly source: string; readonly base?: number | undefined },
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<SavedDraft> {
  return db.$transaction(async (tx) => {
    await lockLearner(tx, key.learnerId, now)
    const stored = await storedDraft(tx, key)
    if (stored?.source === source) return { draft: stored, kept: false }
    const draft = await writeDraft(tx, key, source, computeVersion(now.getTime(), stored))
    if (!stored || stored.at === base) return { draft, kept: false }
    await keepDraft(tx, key, stored, id)
    return { draft, kept: true, other: stored }
  })
}

/**
 * A version number larger than all earlier ones, even if the clock goes back or two versions come in one millisecond.
 */
const computeVersion = (at: number, stored: Draft | undefined): number => Math.max(at, (stored?.at ?? 0) + 1)

async function writeDraft(tx: Tx, key: DraftKey, source: string, at: number): Promise<Draft> {
  const data = { source, at: new Date(at) }
  await tx.draft.upsert({ where: { learnerId_exercise: key }, create: { ...key, ...data }, update: data })
  return { source, at }
}

/** How many older drafts of an exercise stay. A person who writes in two places makes a handful. */
const MAX_KEPT_DRAFTS = 20

/**
 * Moves a guest's draft to an account, inside a transaction that has locked both. If both have one, the one that was
 * stored last wins and the other is kept.
 */
export async function adoptDraft(tx: Tx, key: DraftKey, adopted: Draft, id: string): Promise<void> {
  const stored = await storedDraft(tx, key)
  if (stored?.source === adopted.source) return
  const isNewer = !stored || adopted.at >= stored.at
  const loser = isNewer ? stored : adopted
  if (loser) await keepDraft(tx, key, loser, id)
  if (isNewer) await writeDraft(tx, key, adopted.source, computeVersion(adopted.at, stored))
}

/** Keeps a draft that another one took the place of, and the newest of those that were kept before. */
async function keepDraft(tx: Tx, key: DraftKey, { source, at }: Draft, id: string): Promise<void> {
  await tx.draftKept.deleteMany({ where: { ...key, source } })
  await tx.draftKept.create({ data: { id, ...key, source, at: new Date(at) } })
  const others = await tx.draftKept.findMany({
    where: { ...key, id: { not: id } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })
  const dropped = others.slice(MAX_KEPT_DRAFTS - 1).map((draft) => draft.id)
  if (dropped.length > 0) await tx.draftKept.deleteMany({ where: { id: { in: dropped } } })
}

/**
 * Keeps a text that another one took the place of on a device, unless it is kept already. The draft stays the same.
 *
 * @throws LearnerNotFoundError
 */
export function storeKeptDraft(
  db: Database,
  key: DraftKey,
  source: string,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<void> {
  return db.$transaction(async (tx) => {
    await lockLearner(tx, key.learnerId, now)
    if (!(await isDraftKept(tx, key, source))) await keepDraft(tx, key, { source, at: now.getTime() }, id)
  })
}

/** Whether a text is one of those that are kept. The draft itself doesn’t count: the next one may replace it. */
export async function isDraftKept(db: Tx, key: DraftKey, source: string): Promise<boolean> {
  return (await db.draftKept.findFirst({ where: { ...key, source }, select: { id: true } })) !== null
}

/** The newest draft of an exercise. */
export async function storedDraft(db: Tx, key: DraftKey): Promise<Draft | undefined> {
  const stored = await db.draft.findUnique({ where: { learnerId_exercise: key } })
  return stored ? { source: stored.source, at: stored.at.getTime() } : undefined
}

/** Drafts that others took the place of, newest first, ten at most. */
export async function keptDrafts(db: Database, { learnerId, exercise }: DraftKey): Promise<Draft[]> {
  const revisions = await db.draftKept.findMany({ where: { learnerId, exercise }, orderBy: { at: 'desc' }, take: 10 })
  return revisions.map((revision) => ({ source: revision.source, at: revision.at.getTime() }))
}
