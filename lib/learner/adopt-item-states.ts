import 'server-only'
import type { Tx } from './database.ts'
import { STALE_BASIS } from './item-state-basis.ts'
import { countEntries } from './review-log.ts'

/**
 * Moves a guest’s item states to an account, in a transaction that has locked both, before their logs are merged.
 *
 * An item in only the guest’s log keeps its row. An item in both logs needs a replay of both: the account gets a stale
 * row, which the next read recomputes.
 */
export async function adoptItemStates(tx: Tx, guest: string, account: string): Promise<void> {
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
