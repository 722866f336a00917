import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { GraderUsage } from './grader-usage.ts'
import { ada, allowAtOnce, generous, jobInput, openPool } from './testing/fake-pool.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a learner’s time is charged; when it is used up, all they have waiting is told when it comes back', async () => {
  const { pool, send, on } = openPool({ usage: new GraderUsage({ learner: allowAtOnce(2000), address: generous }) })
  const [first, second] = [send('ada'), send('ada')]
  vi.advanceTimersByTime(2500)
  on('ada').answer('slow')
  expect([await first, await second]).toEqual(['slow', 'over-budget'])
  const spent = { code: 'over-budget', retryAfterSeconds: 5 }
  await expect(pool.grade(jobInput, ada)).rejects.toMatchObject(spent)
  vi.advanceTimersByTime(5001)
  void send('ada')
  on('ada').answer('graded')
})

test('only the processor’s time is charged: a busy machine makes nobody slow', async () => {
  const { send, on } = openPool({ usage: new GraderUsage({ learner: allowAtOnce(2000), address: generous }) })
  for (let i = 0; i < 3; i++) {
    const answer = send('ada')
    vi.advanceTimersByTime(2500)
    on('ada').answer('graded', { cpuMs: 20 })
    expect(await answer).toBe('graded')
  }
})

test('those who share an address share its time', async () => {
  const { send, on } = openPool({ usage: new GraderUsage({ learner: generous, address: allowAtOnce(2000) }) })
  const slow = send('ada')
  vi.advanceTimersByTime(2500)
  on('ada').answer('slow')
  await slow
  expect(await send('bob')).toBe('over-budget')
})

test('a job that hung is charged, and its verdict is written all the same', async () => {
  const { send, on } = openPool({ usage: new GraderUsage({ learner: allowAtOnce(2000), address: generous }) })
  const [hung, next] = [send('ada'), send('ada')]
  vi.advanceTimersByTime(3001)
  expect(await next).toBe('over-budget')
  on('ada').answer('too long')
  expect(await hung).toBe('too long')
})

test('an author’s time is not limited', async () => {
  const { pool, on } = openPool({ usage: new GraderUsage({ learner: allowAtOnce(1), address: allowAtOnce(1) }) })
  for (let i = 0; i < 3; i++) {
    const graded = pool.grade({ ...jobInput, source: 'author' }, { kind: 'author', id: 'ada' })
    vi.advanceTimersByTime(100)
    on('author').answer('graded')
    expect((await graded).headline).toBe('graded')
  }
})
