import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ApiFailure } from './api.ts'
import { DurableQueue, EMPTY_STATUS, type QueueEntry, type QueueStatus, type SendResult } from './durable-queue.ts'

const OFFLINE: ApiFailure = { kind: 'unreachable', reason: 'offline' }
type Send = (ids: readonly string[]) => SendResult<string> | undefined

/** A device with a store, a clock that tests move, and a server that accepts everything that tests don't refuse. */
function createWorld({ maxBatch = 10 } = {}) {
  const world = {
    stored: [] as readonly QueueEntry<number>[],
    now: 0,
    isActive: true,
    /** Answers instead of the server, until it returns undefined. */
    respond: (() => undefined) as Send,
    requests: [] as string[][],
    taken: [] as string[],
    alarms: new Map<object, { at: number; work: () => void }>(),
  }
  let lock: Promise<unknown> = Promise.resolve()
  const tabs: DurableQueue<number, string>[] = []
  const openTab = () => {
    const tab: DurableQueue<number, string> = new DurableQueue({
      read: async () => world.stored,
      change: async (change) => {
        world.stored = change(world.stored)
        return 'indexeddb'
      },
      send: async (entries) => {
        const ids = entries.map(({ id }) => id)
        world.requests.push(ids)
        const response = world.respond(ids)
        if (response) return response
        world.taken.push(...ids.filter((id) => !world.taken.includes(id)))
        return { kind: 'answered', results: new Map(ids.map((id) => [id, { kind: 'done', value: `took ${id}` }])) }
      },
      maxBatch,
      now: () => world.now,
      schedule: (delayMs, work) => world.alarms.set(tab, { at: world.now + delayMs, work }),
      lock: (work) => {
        const result = lock.then(work)
        lock = result.catch(() => undefined)
        return result
      },
      broadcast: (events) => {
        for (const other of tabs) if (other !== tab) other.receive(events)
      },
      isActive: () => world.isActive,
    })
    tabs.push(tab)
    return tab
  }
  const settle = async () => {
    for (const tab of tabs) await tab.flush()
  }
  const pass = async (ms: number) => {
    world.now += ms
    for (const [tab, { at, work }] of world.alarms) {
      if (at > world.now) continue
      world.alarms.delete(tab)
      work()
    }
    for (const tab of tabs) await tab.flush()
  }
  return { world, openTab, settle, pass }
}

const readStatus = (tab: DurableQueue<number, string>): Promise<QueueStatus> =>
  new Promise((resolve) => {
    const stop = tab.watch((status) => {
      if (status !== EMPTY_STATUS) resolve(status)
      queueMicrotask(() => stop())
    })
  })

describe('a queue', () => {
  test('sends in order, once, and keeps nothing that was answered', async () => {
    const { world, openTab, settle } = createWorld()
    const tab = openTab()
    await tab.add('a', 1)
    await tab.add('b', 2)
    await settle()
    expect(world.taken).toEqual(['a', 'b'])
    expect(world.stored).toEqual([])
  })

  test('keeps everything while the server can’t be reached, and waits longer each time', async () => {
    const { world, openTab, settle, pass } = createWorld()
    world.respond = () => OFFLINE
    const tab = openTab()
    await tab.add('a', 1)
    await settle()
    expect(await readStatus(tab)).toMatchObject({ waiting: 1, failure: OFFLINE })
    await pass(1999)
    expect(world.requests).toHaveLength(1)
    await pass(1)
    expect(world.requests).toHaveLength(2)
    await pass(3999)
    expect(world.requests).toHaveLength(2)
    world.respond = () => undefined
    await pass(1)
    expect(world.stored).toEqual([])
    expect(await readStatus(tab)).toMatchObject({ waiting: 0, failure: undefined })
  })

  test('says why an entry that is added meanwhile waits', async () => {
    const { world, openTab, settle } = createWorld()
    const tab = openTab()
    world.respond = () => OFFLINE
    await tab.add('a', 1)
    await settle()
    const heard: string[] = []
    tab.listen(({ id, result }) => heard.push(`${id} ${result.kind}`))
    await tab.add('b', 2)
    await settle()
    await settle()
    expect(heard).toEqual(['b unreachable'])
    expect(world.requests).toEqual([['a']])
  })

  test('sends at once when the connection is back', async () => {
    const { world, openTab, settle } = createWorld()
    world.respond = () => OFFLINE
    const tab = openTab()
    await tab.add('a', 1)
    await settle()
    world.respond = () => undefined
    await tab.flushNow()
    expect(world.taken).toEqual(['a'])
  })

  test('waits as long as the server asks', async () => {
    const { world, openTab, settle, pass } = createWorld()
    world.respond = () => ({ kind: 'busy', reason: 'Wait 300 s.', retryAfterMs: 300_000 })
    await openTab().add('a', 1)
    await settle()
    world.respond = () => undefined
    await pass(299_999)
    expect(world.taken).toEqual([])
    await pass(1)
    expect(world.taken).toEqual(['a'])
  })

  test('keeps everything of a learner who is signed out, and tries again after a minute', async () => {
    const { world, openTab, settle, pass } = createWorld({ maxBatch: 1 })
    world.respond = () => ({ kind: 'signed-out', reason: 'You’re signed out.' })
    const tab = openTab()
    const heard: string[] = []
    tab.listen(({ id, result }) => heard.push(`${id} ${result.kind}`))
    await tab.add('a', 1)
    await tab.add('b', 2)
    await settle()
    expect(heard).toContain('a signed-out')
    const before = world.requests.length
    await pass(59_999)
    expect(world.requests).toHaveLength(before)
    world.respond = () => undefined
    await pass(1)
    expect(world.taken).toEqual(['a', 'b'])
  })

  test('sends a refused batch one by one, sets aside what is refused alone, and keeps it with its reason', async () => {
    const { world, openTab, settle } = createWorld()
    world.stored = ['a', 'bad', 'c'].map((id) => ({ id, payload: 0 }))
    world.respond = (ids) => (ids.includes('bad') ? { kind: 'refused', status: 422, reason: 'No.' } : undefined)
    const tab = openTab()
    await tab.flush()
    await settle()
    expect(world.taken).toEqual(['a', 'c'])
    expect(world.stored).toEqual([{ id: 'bad', payload: 0, refusal: { status: 422, reason: 'No.' } }])
    expect(await readStatus(tab)).toMatchObject({ waiting: 0, refused: 1 })
    const before = world.requests.length
    await tab.flushNow()
    expect(world.requests).toHaveLength(before)
    await tab.retryRefused(403)
    expect(world.stored[0]).toHaveProperty('refusal')
    await tab.retryRefused(422)
    expect(world.stored).toEqual([{ id: 'bad', payload: 0 }])
  })

  test('lets the others pass one that the server can’t handle yet', async () => {
    const { world, openTab, settle, pass } = createWorld({ maxBatch: 1 })
    world.respond = ([id]) =>
      id === 'a' ? { kind: 'answered', results: new Map([['a', { kind: 'later', retryAfterMs: 5000 }]]) } : undefined
    const tab = openTab()
    await tab.add('a', 1)
    await tab.add('b', 2)
    await settle()
    expect(world.taken).toEqual(['b'])
    world.respond = () => undefined
    await pass(5000)
    expect(world.taken).toEqual(['b', 'a'])
  })

  test('sends nothing once somebody else works here', async () => {
    const { world, openTab, settle } = createWorld()
    world.isActive = false
    await openTab().add('a', 1)
    await settle()
    expect(world.requests).toEqual([])
    expect(world.stored).toHaveLength(1)
  })

  test('tells the answer in the tab that added the entry, whichever tab sent it', async () => {
    const { world, openTab, settle } = createWorld()
    world.respond = () => OFFLINE
    const [first, second] = [openTab(), openTab()]
    const heard: string[] = []
    first.listen(({ id, result }) => heard.push(`${id} ${result.kind}`))
    await first.add('a', 1)
    await settle()
    world.respond = () => undefined
    await second.flushNow()
    expect(heard.at(-1)).toBe('a done')
  })

  test('sends what is added just when all seems sent', async () => {
    const { world, openTab } = createWorld()
    const tab = openTab()
    let late: string | undefined = 'b'
    tab.watch(({ waiting }) => {
      if (waiting > 0 || world.taken.length === 0 || !late) return
      const id = late
      late = undefined
      void tab.add(id, 2)
    })
    await tab.add('a', 1)
    await expect.poll(() => world.taken, { timeout: 30_000 }).toEqual(['a', 'b'])
  })

  test('loses and doubles nothing, whatever happens in between', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), tab: fc.nat(1) }),
      fc.constantFrom({ kind: 'offline' as const }, { kind: 'online' as const }, { kind: 'answer-lost' as const }),
      fc.record({ kind: fc.constant('crash' as const), tab: fc.nat(1) }),
      fc.record({ kind: fc.constant('pass' as const), ms: fc.constantFrom(250, 2000, 60_000) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.constantFrom(1, 3), async (steps, maxBatch) => {
        const { world, openTab, pass } = createWorld({ maxBatch })
        const tabs = [openTab(), openTab()]
        const added: string[] = []
        for (const current of steps) {
          if (current.kind === 'add') {
            const id = `${added.length}`
            if ((await tabs[current.tab]?.add(id, 0)) !== 'memory') added.push(id)
          } else if (current.kind === 'offline') world.respond = () => OFFLINE
          else if (current.kind === 'online') world.respond = () => undefined
          else if (current.kind === 'answer-lost')
            world.respond = (ids) => {
              world.taken.push(...ids.filter((id) => !world.taken.includes(id)))
              return OFFLINE
            }
          else if (current.kind === 'crash') tabs[current.tab] = openTab()
          else await pass(current.ms)
        }
        world.respond = () => undefined
        await tabs[0]?.flushNow()
        await tabs[1]?.flushNow()
        expect([...world.taken].sort()).toEqual([...added].sort())
        expect(world.stored).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
