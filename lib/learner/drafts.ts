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

const toRowKey = ({ learnerId, exercise }: DraftKey) => ({ learnerId, exerciseId: exercise })

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
    const stored = await findDraft(tx, key)
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
  const data = { source, savedAt: new Date(at) }
  const rowKey = toRowKey(key)
  await tx.draft.upsert({ where: { learnerId_exerciseId: rowKey }, create: { ...rowKey, ...data }, update: data })
  return { source, at }
}

/** How many older drafts of an exercise stay. A person who writes in two places makes a handful. */
const MAX_KEPT_DRAFTS = 20

/**
 * Moves a guest's draft to an account, inside a transaction that has locked both. If both have one, the one that was
 * stored last wins and the other is kept.
 */
export async function adoptDraft(tx: Tx, key: DraftKey, adopted: Draft, id: string): Promise<void> {
  const stored = await findDraft(tx, key)
  if (stored?.source === adopted.source) return
  const isNewer = !stored || adopted.at >= stored.at
  const loser = isNewer ? stored : adopted
  if (loser) await keepDraft(tx, key, loser, id)
  if (isNewer) await writeDraft(tx, key, adopted.source, computeVersion(adopted.at, stored))
}

/** Keeps a draft that was replaced, and drops the oldest ones beyond the limit. */
async function keepDraft(tx: Tx, key: DraftKey, { source, at }: Draft, id: string): Promise<void> {
  const rowKey = toRowKey(key)
  await tx.draftRevision.deleteMany({ where: { ...rowKey, source } })
  await tx.draftRevision.create({ data: { id, ...rowKey, source, savedAt: new Date(at) } })
  const others = await tx.draftRevision.findMany({
    where: { ...rowKey, id: { not: id } },
    orderBy: [{ savedAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })
  const dropped = others.slice(MAX_KEPT_DRAFTS - 1).map((draft) => draft.id)
  if (dropped.length > 0) await tx.draftRevision.deleteMany({ where: { id: { in: dropped } } })
}

/**
 * Keeps code that was replaced on a device, unless it is kept already. The current draft stays the same.
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

/** Whether this code is kept. The current draft doesn’t count: the next one may replace it. */
export async function isDraftKept(db: Tx, key: DraftKey, source: string): Promise<boolean> {
  return (await db.draftRevision.findFirst({ where: { ...toRowKey(key), source }, select: { id: true } })) !== null
}

/** The newest draft of an exercise. */
export async function findDraft(db: Tx, key: DraftKey): Promise<Draft | undefined> {
  const stored = await db.draft.findUnique({ where: { learnerId_exerciseId: toRowKey(key) } })
  return stored ? { source: stored.source, at: stored.savedAt.getTime() } : undefined
}

/** Drafts that were replaced, newest first, ten at most. */
export async function listKeptDrafts(db: Database, key: DraftKey): Promise<Draft[]> {
  const where = toRowKey(key)
  const revisions = await db.draftRevision.findMany({ where, orderBy: { savedAt: 'desc' }, take: 10 })
  return revisions.map((revision) => ({ source: revision.source, at: revision.savedAt.getTime() }))
}
