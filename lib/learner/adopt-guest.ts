import { type Database, isForeignKeyViolation, type Tx } from './database.ts'
import { STALE_BASIS } from './item-state-basis.ts'
import { countEntries } from './review-log.ts'
import 'server-only'
import { adoptDraft } from './drafts.ts'
import { lockLearner } from './learner.ts'

/**
 * Moves everything that a guest did to an account and deletes the guest, in one transaction.
 *
 * If both have a draft of an exercise, the newer one wins and the other is kept. If both have a plan, the account's wins.
 * If the guest writes at the same time, the transaction runs again with what was written.
 *
 * @param newId  creates ids of rows
 * @throws LearnerNotFoundError if the guest or the account doesn't exist
 */
export async function adoptGuest(
  db: Database,
  { guest, account }: { readonly guest: string; readonly account: string },
  { newId, now }: { readonly newId: () => string; readonly now: Date },
): Promise<void> {
  if (guest === account) return
  for (let retries = MAX_RETRIES; ; retries--) {
    try {
      return await db.$transaction((tx) => move(tx, guest, account, newId, now))
    } catch (error) {
      if (retries === 0 || !isForeignKeyViolation(error)) throw error
    }
  }
}
const MAX_RETRIES = 3

async function move(tx: Tx, guest: string, account: string, newId: () => string, now: Date): Promise<void> {
  await lockLearner(tx, account, now)
  await lockLearner(tx, guest, now)
  await adoptItemStates(tx, guest, account)
  const from = { where: { learnerId: guest }, data: { learnerId: account } }
  await tx.submission.updateMany(from)
  await tx.solutionReveal.updateMany(from)
  await tx.draftRevision.updateMany(from)
  await tx.review.updateMany(from)
  await tx.reviewAction.updateMany(from)
  await tx.interview.updateMany(from)
  for (const { exerciseId, source, savedAt } of await tx.draft.findMany({ where: { learnerId: guest } }))
    await adoptDraft(tx, { learnerId: account, exercise: exerciseId }, { source, at: savedAt.getTime() }, newId())
  for (const { plan, savedAt } of await tx.reviewPlan.findMany({ where: { learnerId: guest } })) {
    const create = { learnerId: account, plan: plan ?? {}, savedAt }
    await tx.reviewPlan.upsert({ where: { learnerId: account }, create, update: {} }) // the account's own plan stays
  }
  await tx.reviewPlan.deleteMany({ where: { learnerId: guest } })
  await tx.draft.deleteMany({ where: { learnerId: guest } })
  await tx.user.deleteMany({ where: { id: guest, isAnonymous: true } })
}

/**
 * Moves a guest’s item states to an account, in a transaction that has locked both, before their logs are merged.
 *
 * An item in only the guest’s log keeps its row. An item in both logs needs a replay of both: the account gets a stale
 * row, which the next read recomputes.
 */
async function adoptItemStates(tx: Tx, guest: string, account: string): Promise<void> {
  const [guestItems, accountItems] = [await countEntries(tx, guest), await countEntries(tx, account)]
  const rows = await tx.itemState.findMany({ where: { learnerId: guest }, select: { itemId: true } })
  const stored = new Set(rows.map(({ itemId }) => itemId))
  const stale = [...guestItems.keys()].filter((item) => accountItems.has(item) || !stored.has(item))
  for (const items of chunk(stale, MAX_ITEMS)) {
    await tx.itemState.deleteMany({ where: { learnerId: { in: [guest, account] }, itemId: { in: items } } })
    await tx.itemState.createMany({ data: items.map((itemId) => ({ ...STALE_ROW, learnerId: account, itemId })) })
  }
  await tx.itemState.updateMany({ where: { learnerId: guest }, data: { learnerId: account } })
}

const STALE_ROW = { basis: STALE_BASIS, entryCount: 0, state: {}, lastMonth: [] }

/** SQLite limits the number of parameters in a statement. */
const MAX_ITEMS = 500

const chunk = (items: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))
