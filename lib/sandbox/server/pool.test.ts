import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Verdict } from '#lib/grading/verdict.ts'
import { corpus } from '../hostile/corpus.ts'
import type { Job, Word } from './job.ts'
import { Pool, type PoolWorker } from './pool.ts'
import { spawnWorker } from './server-pool.ts'

const verdict = (headline: string) => ({ outcome: 'failed', headline }) as Verdict

/** A worker that does what the test says. */
class FakeWorker implements PoolWorker {
  readonly jobs: Job[] = []
  ended = false
  #listeners: Record<string, (it: never) => void> = {}
  postMessage(job: Job): void {
    this.jobs.push(job)
  }
  on(event: string, listen: (it: never) => void): void {
    this.#listeners[event] = listen
  }
  unref(): void {}
  async terminate(): Promise<void> {
    if (this.ended) return
    this.ended = true
    this.emit('exit', 1)
  }
  emit(event: string, it: unknown): void {
    this.#listeners[event]?.(it as never)
  }
  say(word: Word): void {
    this.emit('message', word)
  }
  answer(headline = 'fine', resting = false): void {
    this.say({ kind: 'verdict', id: this.jobs.at(-1)?.id ?? 0, verdict: verdict(headline), resting })
  }
}

const ask = { lesson: 'causal-mask', exercise: 'causal-attention', source: '', seed: 1 }

describe('a pool', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  const poolOf = (size: number, queueLimit?: number) => {
    const workers: FakeWorker[] = []
    const spawn = () => {
      const worker = new FakeWorker()
      workers.push(worker)
      return worker
    }
    const pool = new Pool({ spawn, size, ...(queueLimit !== undefined && { queueLimit }) })
    return { pool, workers }
  }
  const at = (workers: FakeWorker[], i: number): FakeWorker => {
    const worker = workers[i]
    if (!worker) throw new Error(`no worker ${i}`)
    return worker
  }

  test('boots one worker more than it lets work', async () => {
    const { pool, workers } = poolOf(1)
    for (const w of workers) w.say({ kind: 'ready' })
    const both = [pool.grade(ask), pool.grade({ ...ask, seed: 2 })]
    expect(workers.map((w) => w.jobs.length)).toEqual([1, 0])
    at(workers, 0).answer('one')
    at(workers, 0).answer('two')
    expect((await Promise.all(both)).map((v) => v.headline)).toEqual(['one', 'two'])
  })
  test('gives the next submission to the spare while a worker boots a new engine', async () => {
    const { pool, workers } = poolOf(1)
    for (const w of workers) w.say({ kind: 'ready' })
    const first = pool.grade(ask)
    at(workers, 0).answer('bomb', true)
    await first
    void pool.grade(ask)
    expect(workers.map((w) => w.jobs.length)).toEqual([1, 1])
  })
  test('a worker that hangs is ended, and another one writes the learner’s verdict', async () => {
    const { pool, workers } = poolOf(1)
    for (const w of workers) w.say({ kind: 'ready' })
    const hung = pool.grade(ask)
    vi.advanceTimersByTime(3001)
    expect(at(workers, 0).ended).toBe(true)
    expect(at(workers, 1).jobs[0]?.ended).toEqual({ kind: 'deadline', seconds: 2, input: '' })
    at(workers, 1).answer('too long')
    expect((await hung).headline).toBe('too long')
    expect(pool.workers).toBe(2)
  })
  test('others do not wait for a worker that is slow: the spare goes on with them', async () => {
    const { pool, workers } = poolOf(1)
    for (const w of workers) w.say({ kind: 'ready' })
    void pool.grade(ask)
    const next = pool.grade({ ...ask, seed: 2 })
    expect(workers.map((w) => w.jobs.length)).toEqual([1, 0])
    vi.advanceTimersByTime(251)
    expect(workers.map((w) => w.jobs.length)).toEqual([1, 1])
    at(workers, 1).answer('not held up')
    expect((await next).headline).toBe('not held up')
  })
  test('a worker that dies by itself is our fault', async () => {
    const { pool, workers } = poolOf(1)
    for (const w of workers) w.say({ kind: 'ready' })
    const lost = pool.grade(ask)
    at(workers, 0).emit('error', new Error('out of memory'))
    await expect(lost).rejects.toMatchObject({ name: 'PoolError', code: 'died' })
    expect(pool.workers).toBe(2)
  })
  test('an error in the grader is our fault, and the worker goes on', async () => {
    const { pool, workers } = poolOf(1)
    for (const w of workers) w.say({ kind: 'ready' })
    const lost = pool.grade(ask)
    at(workers, 0).say({ kind: 'error', id: 1, error: 'TypeError' })
    await expect(lost).rejects.toMatchObject({ code: 'died' })
    const next = pool.grade(ask)
    at(workers, 0).answer('fine')
    expect((await next).headline).toBe('fine')
  })
  test('a full queue says so', async () => {
    const { pool } = poolOf(1, 2)
    void pool.grade(ask).catch(() => {})
    void pool.grade(ask).catch(() => {})
    await expect(pool.grade(ask)).rejects.toMatchObject({ code: 'busy' })
  })
  test('a closed pool says so, to those who wait as well', async () => {
    const { pool, workers } = poolOf(1)
    at(workers, 0).say({ kind: 'ready' })
    const all = [pool.grade(ask), pool.grade(ask)].map((p) => expect(p).rejects.toMatchObject({ code: 'closed' }))
    await pool.close()
    await Promise.all(all)
    await expect(pool.grade(ask)).rejects.toMatchObject({ code: 'closed' })
    expect(workers.every((w) => w.ended)).toBe(true)
  })
  test('workers that cannot start are tried again with pauses, and those who wait are told', async () => {
    const { pool, workers } = poolOf(1)
    const lost = expect(pool.grade(ask)).rejects.toMatchObject({ code: 'died' })
    for (const w of [...workers]) w.emit('error', new SyntaxError('a file of ours'))
    await lost
    expect(pool.workers).toBe(0)
    vi.advanceTimersByTime(200)
    expect(pool.workers).toBe(2)
  })
  test('new code brings new workers, after those at work have answered', async () => {
    const { pool, workers } = poolOf(1)
    for (const w of workers) w.say({ kind: 'ready' })
    const old = pool.grade(ask)
    pool.recycle()
    expect(workers.map((w) => w.ended)).toEqual([false, true, false])
    at(workers, 0).answer('old code')
    expect((await old).headline).toBe('old code')
    expect(workers.map((w) => w.ended)).toEqual([true, true, false, false])
  })
})

describe('hostile code on the real pool', () => {
  const pool = new Pool({ spawn: spawnWorker, size: 1 })
  afterAll(() => pool.close())
  const good = readFileSync('content/lessons/causal-mask/exercises/causal-attention/solution.ts', 'utf8')

  test('there is enough of it', () => expect(corpus.length).toBeGreaterThanOrEqual(100))
  test.each(corpus)(
    '$name does not pass, and the next answer is judged rightly',
    { timeout: 30_000 },
    async ({ source }) => {
      const judged = await pool.grade({ ...ask, source, seed: 11 })
      expect(judged.outcome).toMatch(/^(failed|did-not-run)$/)
      const next = await pool.grade({ ...ask, source: good, seed: 12 })
      expect(next.outcome).toBe('passed')
    },
  )
})
