import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Verdict } from '#lib/grading/verdict.ts'
import { corpus } from '../hostile/corpus.ts'
import { GraderUsage } from './grader-usage.ts'
import type { Job, Word } from './job.ts'
import { Pool, type PoolOptions, type PoolWorker } from './pool.ts'
import type { PoolError } from './pool-error.ts'
import type { Requester } from './requester.ts'
import { spawnWorker } from './server-pool.ts'

const verdict = (headline: string) => ({ outcome: 'failed', headline }) as Verdict

/** A worker that does what the test says. */
class FakeWorker implements PoolWorker {
  readonly jobs: Job[] = []
  ended = false
  isBusy = false
  /** Whether it says that it has read the code. */
  compiles = true
  #startedAt = 0
  #listeners: Record<string, (it: never) => void> = {}
  postMessage(job: Job): void {
    this.jobs.push(job)
    this.isBusy = true
    this.#startedAt = Date.now()
    if (this.compiles) this.say({ kind: 'compiled' })
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
  answer(headline = 'fine', { resting = false, cpuMs = Date.now() - this.#startedAt } = {}): void {
    this.isBusy = false
    this.say({ kind: 'verdict', id: this.jobs.at(-1)?.id ?? 0, verdict: verdict(headline), resting, cpuMs })
  }
}

const ask = { lesson: 'causal-mask', exercise: 'causal-attention', source: '', seed: 1 }
const ada: Requester = { kind: 'learner', id: 'ada', address: '192.0.2.1' }
const learner = (id: string, signal?: AbortSignal): Requester => ({ ...ada, id, signal })

describe('a pool', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  /** A pool whose workers are ready, and the tasks that were given to it. */
  const open = (options: Partial<PoolOptions> = {}) => {
    const workers: FakeWorker[] = []
    const spawn = () => {
      const worker = new FakeWorker()
      workers.push(worker)
      return worker
    }
    const pool = new Pool({ spawn, size: 1, now: () => Date.now(), ...options })
    const say = (word: Word) => {
      for (const w of workers) if (!w.ended) w.say(word)
    }
    const worker = (index: number): FakeWorker => {
      const found = workers[index]
      if (!found) throw new Error(`no worker ${index}`)
      return found
    }
    say({ kind: 'ready' })
    return {
      pool,
      workers,
      worker,
      /** All workers that boot are up. */
      ready: () => say({ kind: 'ready' }),
      /** Whose jobs run now. */
      running: () => workers.filter((w) => !w.ended && w.isBusy).map((w) => w.jobs.at(-1)?.source),
      /** The worker that runs a source. */
      on: (source: string): FakeWorker => {
        const found = workers.find((w) => !w.ended && w.isBusy && w.jobs.at(-1)?.source === source)
        if (!found) throw new Error(`nobody runs ${source}`)
        return found
      },
      /** Sends an answer, named by who sends it; the answer or why there is none. */
      send: (id: string, signal?: AbortSignal): Promise<string> =>
        pool.grade({ ...ask, source: id }, learner(id, signal)).then(
          ({ headline }) => headline,
          (error: PoolError) => error.code,
        ),
    }
  }
  const generous = { burstMs: 1e9, perMinuteMs: 1e9 }
  const atOnce = (burstMs: number) => ({ burstMs, perMinuteMs: 6000 })

  test('boots one worker more than it lets work', async () => {
    const { workers, send, on } = open()
    const both = [send('ada'), send('bob')]
    expect(workers.map((w) => w.jobs.length)).toEqual([1, 0])
    on('ada').answer('one')
    on('bob').answer('two')
    expect(await Promise.all(both)).toEqual(['one', 'two'])
  })
  test('gives the next submission to the spare while a worker boots a new engine', async () => {
    const { workers, send, worker } = open()
    const first = send('ada')
    worker(0).answer('bomb', { resting: true })
    await first
    void send('ada')
    expect(workers.map((w) => w.jobs.length)).toEqual([1, 1])
  })
  test('a worker that hangs is ended, and another one writes the learner’s verdict', async () => {
    const { pool, send, worker, on } = open()
    const hung = send('ada')
    vi.advanceTimersByTime(3001)
    expect(worker(0).ended).toBe(true)
    expect(worker(1).jobs[0]?.ended).toEqual({ kind: 'deadline', seconds: 2, input: '' })
    on('ada').answer('too long')
    expect(await hung).toBe('too long')
    expect(pool.workers).toBe(3)
  })
  test('a worker that hangs in the compiler is ended sooner, and the verdict says that the code takes too long to compile', async () => {
    const { send, worker } = open()
    worker(0).compiles = false
    void send('ada')
    vi.advanceTimersByTime(2001)
    expect(worker(0).ended).toBe(true)
    expect(worker(1).jobs[0]?.ended).toEqual({ kind: 'compile', message: expect.stringMatching(/too long to compile/) })
  })

  test('others do not wait for a worker that is slow: the spare goes on with them', async () => {
    const { send, running, on } = open()
    void send('ada')
    const next = send('bob')
    expect(running()).toEqual(['ada'])
    vi.advanceTimersByTime(251)
    expect(running()).toEqual(['ada', 'bob'])
    on('bob').answer('not held up')
    expect(await next).toBe('not held up')
  })
  test('a second slow job goes on while nobody waits, and starts over in the slow lane when somebody does', async () => {
    const { send, running, ready, on } = open()
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
    const { send, running, on } = open()
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
    const { send, running, ready, on } = open()
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
      const { send, running, ready, on } = open({ usage: new GraderUsage({ learner: generous, address: generous }) })
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
    const { send, worker, on, ready, running } = open()
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
    const { send, running, on, ready } = open({ usage: new GraderUsage({ learner: atOnce(1e6), address: generous }) })
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
    const { send, running, on, ready } = open({ usage: new GraderUsage({ learner: atOnce(1e6), address: generous }) })
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
    const { send, running, on, ready } = open({ usage: new GraderUsage({ learner: generous, address: atOnce(1e6) }) })
    const known = send('known')
    vi.advanceTimersByTime(500)
    on('known').answer()
    await known
    void send('slow')
    vi.advanceTimersByTime(2999)
    on('slow').answer()
    ready()
    void send('stranger 1')
    void send('stranger 2')
    void send('known')
    expect(running().toSorted()).toEqual(['known', 'stranger 1'])
  })

  test('one learner’s submissions run one after the other, and others come in between', () => {
    const { send, running, on } = open({ size: 2 })
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
    const { send, running } = open()
    const many = Array.from({ length: 12 }, () => send('ada'))
    expect(await many[11]).toBe('too-many-waiting')
    void send('bob')
    expect(running()).toEqual(['ada'])
  })
  test('a full queue takes from whoever has the most of it; where all have as much it says that it is full', async () => {
    const { send } = open({ queueLimit: 4 })
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
    const { pool, send } = open({ queueLimit: 0 })
    void send('ada')
    await expect(pool.grade(ask, ada)).rejects.toMatchObject({ code: 'busy', retryAfterSeconds: 5 })
  })

  test('a learner’s time is charged; when it is used up, all they have waiting is told when it comes back', async () => {
    const { pool, send, on } = open({ usage: new GraderUsage({ learner: atOnce(2000), address: generous }) })
    const [first, second] = [send('ada'), send('ada')]
    vi.advanceTimersByTime(2500)
    on('ada').answer('slow')
    expect([await first, await second]).toEqual(['slow', 'over-budget'])
    const spent = { code: 'over-budget', retryAfterSeconds: 5 }
    await expect(pool.grade(ask, ada)).rejects.toMatchObject(spent)
    vi.advanceTimersByTime(5001)
    void send('ada')
    on('ada').answer('graded')
  })
  test('only the processor’s time is charged: a busy machine makes nobody slow', async () => {
    const { send, on } = open({ usage: new GraderUsage({ learner: atOnce(2000), address: generous }) })
    for (let i = 0; i < 3; i++) {
      const answer = send('ada')
      vi.advanceTimersByTime(2500)
      on('ada').answer('graded', { cpuMs: 20 })
      expect(await answer).toBe('graded')
    }
  })
  test('those who share an address share its time', async () => {
    const { send, on } = open({ usage: new GraderUsage({ learner: generous, address: atOnce(2000) }) })
    const slow = send('ada')
    vi.advanceTimersByTime(2500)
    on('ada').answer('slow')
    await slow
    expect(await send('bob')).toBe('over-budget')
  })
  test('a job that hung is charged, and its verdict is written all the same', async () => {
    const { send, on } = open({ usage: new GraderUsage({ learner: atOnce(2000), address: generous }) })
    const [hung, next] = [send('ada'), send('ada')]
    vi.advanceTimersByTime(3001)
    expect(await next).toBe('over-budget')
    on('ada').answer('too long')
    expect(await hung).toBe('too long')
  })
  test('an author’s time is not limited', async () => {
    const { pool, on } = open({ usage: new GraderUsage({ learner: atOnce(1), address: atOnce(1) }) })
    for (let i = 0; i < 3; i++) {
      const graded = pool.grade({ ...ask, source: 'author' }, { kind: 'author', id: 'ada' })
      vi.advanceTimersByTime(100)
      on('author').answer('graded')
      expect((await graded).headline).toBe('graded')
    }
  })

  test('what nobody waits for leaves the queue; what has begun is finished', async () => {
    const { send, running, on } = open()
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
    const { send, ready } = open()
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

  test('a worker that dies by itself is our fault', async () => {
    const { pool, send, worker } = open()
    const lost = send('ada')
    worker(0).emit('error', new Error('out of memory'))
    expect(await lost).toBe('died')
    expect(pool.workers).toBe(2)
  })
  test('an error in the grader is our fault, and the worker goes on', async () => {
    const { send, worker } = open()
    const lost = send('ada')
    worker(0).say({ kind: 'error', id: 1, error: 'TypeError' })
    expect(await lost).toBe('died')
    for (const index of [1, 0]) {
      const next = send('ada')
      worker(index).answer('fine')
      expect(await next).toBe('fine')
    }
  })
  test('a closed pool says so, to those who wait as well', async () => {
    const { pool, send, workers } = open()
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
    const lost = expect(pool.grade(ask, ada)).rejects.toMatchObject({ code: 'died' })
    for (const w of [...workers]) w.emit('error', new SyntaxError('a file of ours'))
    await lost
    expect(pool.workers).toBe(0)
    vi.advanceTimersByTime(200)
    expect(pool.workers).toBe(2)
  })
  test('new code brings new workers, after those at work have answered', async () => {
    const { pool, workers, worker, send } = open()
    const old = send('ada')
    pool.recycle()
    expect(workers.map((w) => w.ended)).toEqual([false, true, false])
    worker(0).answer('old code')
    expect(await old).toBe('old code')
    expect(workers.map((w) => w.ended)).toEqual([true, true, false, false])
  })
})

describe('hostile code on the real pool', () => {
  const pool = new Pool({ spawn: spawnWorker, size: 1 })
  const author: Requester = { kind: 'author', id: 'ada' }
  afterAll(() => pool.close())
  const good = readFileSync('content/lessons/causal-mask/exercises/causal-attention/solution.ts', 'utf8')

  test('there is enough of it', () => expect(corpus.length).toBeGreaterThanOrEqual(100))
  test.each(corpus)(
    '$name does not pass, and the next answer is judged rightly',
    { timeout: 30_000 },
    async ({ source }) => {
      const judged = await pool.grade({ ...ask, source, seed: 11 }, author)
      expect(judged.outcome).toMatch(/^(failed|did-not-run)$/)
      const next = await pool.grade({ ...ask, source: good, seed: 12 }, author)
      expect(next.outcome).toBe('passed')
    },
  )
})
