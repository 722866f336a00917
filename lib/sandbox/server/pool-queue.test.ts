import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ada, jobInput, openPool } from './testing/fake-pool.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('one learner’s submissions run one after the other, and others come in between', () => {
  const { send, running, on } = openPool({ size: 2 })
  for (let i = 0; i < 3; i++) void send('ada')
  void send('bob')
  void send('cora')
  expect(running()).toEqual(['ada', 'bob'])
  on('bob').answer()
  expect(running().toSorted()).toEqual(['ada', 'cora'])
  on('cora').answer()
  expect(running()).toEqual(['ada'])
  on('ada').answer()
  expect(running()).toEqual(['ada'])
})

test('a learner who has many submissions waiting is told so, others are not', async () => {
  const { send, running } = openPool()
  const many = Array.from({ length: 12 }, () => send('ada'))
  expect(await many[11]).toBe('too-many-waiting')
  void send('bob')
  expect(running()).toEqual(['ada'])
})

test('a full queue takes from whoever has the most of it; where all have as much it says that it is full', async () => {
  const { send } = openPool({ queueLimit: 4 })
  const [, , , fourth, fifth] = Array.from({ length: 5 }, () => send('ada'))
  void fourth
  void send('bob')
  expect(await fifth).toBe('busy')
  void send('cora')
  expect(await fourth).toBe('busy')
  void send('dan')
  expect(await send('eve')).toBe('busy')
})

test('a queue that is full says when to come again', async () => {
  const { pool, send } = openPool({ queueLimit: 0 })
  void send('ada')
  await expect(pool.grade(jobInput, ada)).rejects.toMatchObject({ code: 'busy', retryAfterSeconds: 5 })
})

test('what nobody waits for leaves the queue; what has begun is finished', async () => {
  const { send, running, on } = openPool()
  const [first, second, never] = [new AbortController(), new AbortController(), AbortSignal.abort()]
  const begun = send('ada', first.signal)
  const waiting = send('bob', second.signal)
  void send('cora')
  first.abort()
  second.abort()
  expect(await waiting).toBe('abandoned')
  expect(await send('dan', never)).toBe('abandoned')
  on('ada').answer('finished')
  expect(await begun).toBe('finished')
  expect(running()).toEqual(['cora'])
})

test('what gave its worker up does not start over when nobody waits for it', async () => {
  const { send, ready } = openPool()
  const request = new AbortController()
  void send('slow 1')
  vi.advanceTimersByTime(251)
  const second = send('slow 2', request.signal)
  ready()
  vi.advanceTimersByTime(1001)
  request.abort()
  void send('right')
  expect(await second).toBe('abandoned')
})
