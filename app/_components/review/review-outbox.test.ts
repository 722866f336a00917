import { expect, test } from 'vitest'
import type { LogEntry } from '#lib/review/log.ts'
import { ReviewOutbox, type Waiting } from './review-outbox.ts'

const entry = (n: number): LogEntry => ({ kind: 'review', id: `${n}`, item: 'scaling/why', rating: 3, ms: 1, at: n })

/** A device whose line can be cut, and a server that remembers. */
function world(kept: readonly LogEntry[] = []) {
  const it = {
    kept: [...kept],
    line: true,
    refuse: new Set<string>(),
    stored: [] as string[],
    alarms: [] as (() => void)[],
  }
  const outbox = new ReviewOutbox({
    list: async () => it.kept,
    change: async (change) => {
      it.kept = [...change(it.kept)]
    },
    send: async (entries) => {
      if (!it.line) return undefined
      const ids = entries.map((one) => one.id)
      if (ids.some((id) => it.refuse.has(id))) return []
      it.stored.push(...ids.filter((id) => !it.stored.includes(id)))
      return ids
    },
    later: (_ms, work) => it.alarms.push(work),
  })
  return { it, outbox }
}

test('what is rated is sent once, in order, and waits no longer', async () => {
  const { it, outbox } = world()
  await outbox.add(entry(1))
  await outbox.add(entry(2))
  await outbox.flush()
  await outbox.flush()
  expect(it.stored).toEqual(['1', '2'])
  expect(it.kept).toEqual([])
})

test('without a line it is kept, and sent when the alarm rings after the line is back', async () => {
  const { it, outbox } = world()
  const told: Waiting[] = []
  outbox.listen((waiting) => told.push(waiting))
  it.line = false
  await outbox.add(entry(1))
  await outbox.flush()
  expect(told.at(-1)).toEqual({ count: 1, away: true })
  it.line = true
  it.alarms.at(-1)?.()
  await outbox.flush()
  expect(it.stored).toEqual(['1'])
  expect(told.at(-1)).toEqual({ count: 0, away: false })
})

test('what an earlier visit left is sent', async () => {
  const { it, outbox } = world([entry(1), entry(2)])
  await outbox.flush()
  expect(it.stored).toEqual(['1', '2'])
})

test('an entry that is refused for good does not hold up the others', async () => {
  const { it, outbox } = world([entry(1), entry(2)])
  it.refuse.add('1')
  await outbox.flush()
  expect(it.stored).toEqual(['2'])
  expect(it.kept).toEqual([])
})

test('more than a batch is sent in several', async () => {
  const { it, outbox } = world(Array.from({ length: 250 }, (_, i) => entry(i)))
  await outbox.flush()
  expect(it.stored).toHaveLength(250)
})

test('what is added just when all seems sent is sent too', async () => {
  let late: LogEntry | undefined = entry(2)
  const { it, outbox } = world()
  const stop = outbox.listen(({ count }) => {
    if (count > 0 || !late) return
    const now = late
    late = undefined
    void outbox.add(now)
  })
  await outbox.add(entry(1))
  await expect.poll(() => it.stored, { timeout: 30_000 }).toEqual(['1', '2'])
  stop()
})
