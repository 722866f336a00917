import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { GraderUsage } from './grader-usage.ts'
import { allowAtOnce, generous, openPool } from './testing/fake-pool.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('others do not wait for a worker that is slow: the spare continues with them', async () => {
  const { send, running, on } = openPool()
  void send('ada')
  const next = send('bob')
  expect(running()).toEqual(['ada'])
  vi.advanceTimersByTime(251)
  expect(running()).toEqual(['ada', 'bob'])
  on('bob').answer('not held up')
  expect(await next).toBe('not held up')
})

test('a second slow job continues while nobody waits, and starts over in the slow lane when somebody does', async () => {
  const { send, running, ready, on } = openPool()
  void send('slow 1')
  vi.advanceTimersByTime(251)
  const second = send('slow 2')
  ready()
  vi.advanceTimersByTime(1000)
  expect(running()).toEqual(['slow 1', 'slow 2'])
  const right = send('right')
  expect(running()).toEqual(['slow 1', 'right'])
  on('right').answer('passed')
  expect(await right).toBe('passed')
  ready()
  expect(running()).toEqual(['slow 1']) // the fast lane is not for it
  on('slow 1').answer()
  expect(running()).toEqual(['slow 2'])
  vi.advanceTimersByTime(2999)
  on('slow 2').answer('failed')
  expect(await second).toBe('failed')
})

test('on a busy machine jobs have more time before they are slow', async () => {
  const { send, running, on } = openPool()
  for (let i = 0; i < 50; i++) {
    const answer = send('ada')
    vi.advanceTimersByTime(200)
    on('ada').answer('graded', { cpuMs: 20 })
    await answer
  }
  void send('ada')
  void send('bob')
  vi.advanceTimersByTime(900)
  expect(running()).toEqual(['ada'])
  vi.advanceTimersByTime(100)
  expect(running()).toEqual(['ada', 'bob'])
})

test('nobody gives their worker up for the verdict on what hung', async () => {
  const { send, running, ready, on } = openPool()
  void send('hung')
  vi.advanceTimersByTime(2700)
  const right = send('right')
  ready()
  vi.advanceTimersByTime(301)
  ready()
  expect(running().toSorted()).toEqual(['hung', 'right'])
  on('right').answer('passed')
  expect(await right).toBe('passed')
})

test('somebody who is known keeps their worker for longer; a stranger gives it up at once', () => {
  for (const isKnown of [true, false]) {
    const { send, running, ready, on } = openPool({ usage: new GraderUsage({ learner: generous, address: generous }) })
    if (isKnown) {
      void send('slow 2')
      on('slow 2').answer()
    }
    void send('slow 1')
    vi.advanceTimersByTime(251)
    void send('slow 2')
    ready()
    vi.advanceTimersByTime(251)
    void send('right')
    expect(running().toSorted()).toEqual(isKnown ? ['slow 1', 'slow 2'] : ['right', 'slow 1'])
    vi.advanceTimersByTime(750)
    ready()
    expect(running().toSorted()).toEqual(['right', 'slow 1'])
  }
})

test('workers are used by turns; while something slow runs, the one that was used last', () => {
  const { send, worker, on, ready, running } = openPool()
  for (const index of [0, 1, 0, 1]) {
    void send('right')
    expect(worker(index).isBusy).toBe(true)
    on('right').answer()
  }
  void send('slow')
  vi.advanceTimersByTime(251)
  ready()
  void send('right')
  expect(running()).toEqual(['slow', 'right'])
  expect(worker(1).isBusy).toBe(true)
})

test('who has just sent what was slow waits for the slow lane, others do not', async () => {
  const { send, running, on, ready } = openPool({
    usage: new GraderUsage({ learner: allowAtOnce(1e6), address: generous }),
  })
  for (const slow of ['slow 1', 'slow 2']) {
    const done = send(slow)
    vi.advanceTimersByTime(1500)
    on(slow).answer()
    await done
    ready()
  }
  vi.advanceTimersByTime(1) // the address’s time is back
  void send('slow 1')
  void send('slow 2')
  expect(running()).toEqual(['slow 1'])
  const right = send('right')
  expect(running().toSorted()).toEqual(['right', 'slow 1'])
  on('right').answer('passed')
  expect(await right).toBe('passed')
  on('slow 1').answer()
  expect(running()).toEqual(['slow 2'])
})

test('in the slow lane, what is slow for once goes before what comes from those who are always slow', async () => {
  const { send, running, on, ready } = openPool({
    usage: new GraderUsage({ learner: allowAtOnce(1e6), address: generous }),
  })
  for (const heavy of ['heavy 1', 'heavy 2']) {
    const done = send(heavy)
    vi.advanceTimersByTime(2000)
    on(heavy).answer()
    await done
    ready()
  }
  vi.advanceTimersByTime(1) // the address’s time is back
  void send('heavy 1')
  void send('heavy 2')
  void send('slow for once')
  vi.advanceTimersByTime(251)
  void send('right')
  expect(running().toSorted()).toEqual(['heavy 1', 'right'])
  on('heavy 1').answer()
  ready()
  expect(running().toSorted()).toEqual(['right', 'slow for once'])
})

test('strangers whose address sends what is slow wait for the slow lane; who is known from there does not', async () => {
  const { send, running, on, ready } = openPool({
    usage: new GraderUsage({ learner: generous, address: allowAtOnce(1e6) }),
  })
  const fastAnswer = send('known')
  vi.advanceTimersByTime(500)
  on('known').answer()
  await fastAnswer
  void send('slow')
  vi.advanceTimersByTime(2999)
  on('slow').answer()
  ready()
  void send('stranger 1')
  void send('stranger 2')
  void send('known')
  expect(running().toSorted()).toEqual(['known', 'stranger 1'])
})
