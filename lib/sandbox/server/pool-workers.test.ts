import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Pool } from './pool.ts'
import { ada, FakeWorker, jobInput, openPool } from './testing/fake-pool.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('boots one worker more than it lets work', async () => {
  const { workers, send, on } = openPool()
  const both = [send('ada'), send('bob')]
  expect(workers.map((w) => w.jobs.length)).toEqual([1, 0])
  on('ada').answer('one')
  on('bob').answer('two')
  expect(await Promise.all(both)).toEqual(['one', 'two'])
})

test('gives the next submission to the spare while a worker boots a new engine', async () => {
  const { workers, send, worker } = openPool()
  const first = send('ada')
  worker(0).answer('bomb', { isRebooting: true })
  await first
  void send('ada')
  expect(workers.map((w) => w.jobs.length)).toEqual([1, 1])
})

test('a worker that hangs is ended, and another one writes the learner’s verdict', async () => {
  const { pool, send, worker, on } = openPool()
  const hung = send('ada')
  vi.advanceTimersByTime(3001)
  expect(worker(0).ended).toBe(true)
  expect(worker(1).jobs[0]?.crashProblem).toEqual({ kind: 'deadline', seconds: 2, input: '' })
  on('ada').answer('too long')
  expect(await hung).toBe('too long')
  expect(pool.workers).toBe(3)
})

test('a worker that hangs in the compiler is ended sooner, and the verdict says that the code takes too long to compile', async () => {
  const { send, worker } = openPool()
  worker(0).compiles = false
  void send('ada')
  vi.advanceTimersByTime(2001)
  expect(worker(0).ended).toBe(true)
  expect(worker(1).jobs[0]?.crashProblem).toEqual({
    kind: 'compile',
    message: expect.stringMatching(/too long to compile/),
  })
})

test('a worker that dies by itself is our fault', async () => {
  const { pool, send, worker } = openPool()
  const lost = send('ada')
  worker(0).emit('error', new Error('out of memory'))
  expect(await lost).toBe('died')
  expect(pool.workers).toBe(2)
})

test('an error in the grader is our fault, and the worker continues', async () => {
  const { send, worker } = openPool()
  const lost = send('ada')
  worker(0).post({ kind: 'error', id: 1, error: 'TypeError' })
  expect(await lost).toBe('died')
  for (const index of [1, 0]) {
    const next = send('ada')
    worker(index).answer('fine')
    expect(await next).toBe('fine')
  }
})

test('a closed pool says so, to those who wait as well', async () => {
  const { pool, send, workers } = openPool()
  const all = [send('ada'), send('bob')]
  await pool.close()
  expect(await Promise.all(all)).toEqual(['closed', 'closed'])
  expect(await send('cora')).toBe('closed')
  expect(workers.every((w) => w.ended)).toBe(true)
})

test('workers that cannot start are tried again with pauses, and those who wait are told', async () => {
  const workers: FakeWorker[] = []
  const spawn = () => {
    const worker = new FakeWorker()
    workers.push(worker)
    return worker
  }
  const pool = new Pool({ spawn, size: 1 })
  const lost = expect(pool.grade(jobInput, ada)).rejects.toMatchObject({ code: 'died' })
  for (const w of [...workers]) w.emit('error', new SyntaxError('a file of ours'))
  await lost
  expect(pool.workers).toBe(0)
  vi.advanceTimersByTime(200)
  expect(pool.workers).toBe(2)
})

test('new code brings new workers, after those at work have answered', async () => {
  const { pool, workers, worker, send } = openPool()
  const old = send('ada')
  pool.recycle()
  expect(workers.map((w) => w.ended)).toEqual([false, true, false])
  worker(0).answer('old code')
  expect(await old).toBe('old code')
  expect(workers.map((w) => w.ended)).toEqual([true, true, false, false])
})
