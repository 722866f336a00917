import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FairQueue } from './fair-queue.ts'

const createQueue = (...keys: string[]): FairQueue<{ key: string }> => {
  const queue = new FairQueue<{ key: string }>()
  for (const key of keys) queue.push({ key })
  return queue
}
const any = () => true
const drain = (queue: FairQueue<{ key: string }>): string => {
  let keys = ''
  for (let item = queue.take(any); item; item = queue.take(any)) keys += item.key
  return keys
}

test('keys take turns, whatever each has waiting', () => {
  expect(drain(createQueue('a', 'a', 'a', 'b', 'b', 'c'))).toBe('abcaba')
})

test('who comes back after a while goes before those who were served since, and before those who are new', () => {
  const queue = createQueue('a', 'b')
  expect(drain(queue)).toBe('ab')
  for (const key of ['c', 'b', 'a']) queue.push({ key })
  expect(drain(queue)).toBe('abc')
})

test('items of a key keep their order; one that is put back is first', () => {
  const queue = new FairQueue<{ key: string; name: string }>()
  const [first, second] = [
    { key: 'a', name: '1' },
    { key: 'a', name: '2' },
  ]
  queue.push(first)
  queue.push(second)
  expect(queue.take(any)).toBe(first)
  queue.putBack(first)
  expect([queue.take(any), queue.take(any), queue.take(any)]).toEqual([first, second, undefined])
})

test('a key whose first item may not be taken does not hold the others up', () => {
  const queue = createQueue('a', 'b')
  expect(queue.take(({ key }) => key !== 'a')).toEqual({ key: 'b' })
  expect(queue.take(({ key }) => key !== 'a')).toBeUndefined()
  expect(queue.size).toBe(1)
})

test('an item can leave from anywhere, once', () => {
  const queue = createQueue('a')
  const item = { key: 'a' }
  queue.push(item)
  expect([queue.remove(item), queue.remove(item), queue.size, queue.count('a')]).toEqual([true, false, 1, 1])
  expect(queue.remove({ key: 'z' })).toBe(false)
})

test('the newest item of the longest queue is found', () => {
  const queue = createQueue('a', 'b', 'b', 'c')
  const newest = { key: 'b' }
  queue.push(newest)
  expect(queue.newestOfLongest()).toBe(newest)
  expect(createQueue().newestOfLongest()).toBeUndefined()
})

/** What happens to a queue: an item of a key arrives, one is taken, or one that was taken comes back. */
const eventArbitrary = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('arrive' as const), key: fc.constantFrom(...'abcdefgh') }) },
  { weight: 4, arbitrary: fc.constant({ kind: 'take' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'put back' as const }) },
)

test('nobody starves: between two turns of one key, each key that waits all the time has a turn', () => {
  fc.assert(
    fc.property(fc.array(eventArbitrary, { maxLength: 200 }), (events) => {
      const queue = new FairQueue<{ key: string }>()
      let last: { key: string } | undefined
      /** The turns since each key began to wait or was last served. */
      const turnsSince = new Map<string, string[]>()
      for (const event of events) {
        if (event.kind === 'arrive') {
          if (queue.count(event.key) === 0) turnsSince.set(event.key, [])
          queue.push({ key: event.key })
        } else if (event.kind === 'put back') {
          if (last && queue.count(last.key) === 0) turnsSince.set(last.key, [])
          if (last) queue.putBack(last)
          last = undefined
        } else {
          last = queue.take(any)
          if (!last) continue
          const { key } = last
          turnsSince.set(key, [])
          for (const [waiting, turns] of turnsSince) {
            if (waiting === key || queue.count(waiting) === 0) continue
            expect(turns, `${waiting} waits while ${key} has a second turn`).not.toContain(key)
            turns.push(key)
          }
        }
      }
    }),
  )
})

test('memory is bounded: the turns of who was served long ago are forgotten', () => {
  const queue = createQueue('a')
  drain(queue)
  for (let i = 0; i < 10_000; i++) {
    queue.push({ key: `${i}` })
    queue.take(any)
  }
  for (const key of ['a', '9999']) queue.push({ key })
  expect(queue.take(any)).toEqual({ key: '9999' })
})
