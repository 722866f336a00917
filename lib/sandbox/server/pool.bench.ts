import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { Attack } from '../hostile/attack.ts'
import { corpus } from '../hostile/corpus.ts'
import { Pool } from './pool.ts'
import type { Requester } from './requester.ts'
import { spawnWorker } from './server-pool.ts'

const good = readFileSync('content/lessons/causal-mask/exercises/causal-attention/solution.ts', 'utf8')
const SUBMISSIONS = 5000
/** One submission in this many is a bomb. */
const BOMB_EVERY = 50
/** What hangs in a built-in takes its worker's deadline each time: it is measured by itself. */
const BOMBS = corpus.filter(({ name }) => /^(endless:|memory:|promises:|results:)/.test(name))

/** The server's pool as it stands: how long verdicts take, what bombs leave behind, and that nothing grows. */
export async function bench() {
  const size = Math.max(1, availableParallelism() - 1)
  const pool = new Pool({ spawn: spawnWorker, size })
  try {
    await latencies(pool, 1, 100) // warm
    const rows = []
    for (const atOnce of [1, 8, 32]) rows.push(await latencyRow(pool, atOnce))
    for (const group of ['endless:', 'endless in a built-in:', 'memory:', 'promises:', 'results:'])
      rows.push(await afterBombs(pool, group))
    rows.push(...(await endurance(pool)))
    return rows
  } finally {
    await pool.close()
  }
}

let seed = 0
/** Another one each time: nobody waits for themselves. */
const asker = (): Requester => ({ kind: 'author', id: `${seed}` })
const createJobInput = (source: string) => {
  seed++
  return { lesson: 'causal-mask', exercise: 'causal-attention', source: `${source}\n// ${seed}`, seed }
}

/** A right answer must pass, wherever it is. */
async function measureMs(pool: Pool): Promise<number> {
  const began = performance.now()
  const verdict = await pool.grade(createJobInput(good), asker())
  if (verdict.outcome !== 'passed') throw new Error(`a right answer did not pass: ${verdict.headline}`)
  return performance.now() - began
}

async function latencies(pool: Pool, atOnce: number, count: number): Promise<number[]> {
  const all: number[] = []
  const client = async () => {
    for (let i = 0; i < count / atOnce; i++) all.push(await measureMs(pool))
  }
  await Promise.all(Array.from({ length: atOnce }, client))
  return all
}

async function latencyRow(pool: Pool, atOnce: number) {
  const began = performance.now()
  const all = await latencies(pool, atOnce, 320)
  const perSecond = (all.length / (performance.now() - began)) * 1000
  return {
    name: `server verdict, ${atOnce} at once`,
    value: `p50 ${ms(percentile(all, 0.5))}, p99 ${ms(percentile(all, 0.99))}`,
    baseline: '–',
    ratio: `${perSecond.toFixed(0)}/s`,
    aim: '–',
  }
}

async function afterBombs(pool: Pool, group: string) {
  const bombs = corpus.filter(({ name }) => name.startsWith(group))
  const after: number[] = []
  for (const bomb of bombs) {
    await throwBomb(pool, bomb)
    after.push(await measureMs(pool))
  }
  return {
    name: `next right answer after ${group.slice(0, -1)} (${bombs.length} bombs)`,
    value: `p50 ${ms(percentile(after, 0.5))}, longest ${ms(Math.max(...after))}`,
    baseline: '–',
    ratio: '–',
    aim: group === 'endless in a built-in:' ? '≤ 1 s' : '≤ 100 ms',
  }
}

async function throwBomb(pool: Pool, { name, source }: Attack): Promise<void> {
  const { outcome } = await pool.grade(createJobInput(source), asker())
  if (outcome !== 'failed' && outcome !== 'did-not-run') throw new Error(`“${name}” was judged ${outcome}`)
}

async function endurance(pool: Pool) {
  let bombs = 0
  let early = 0
  for (let i = 1; i <= SUBMISSIONS; i++) {
    const bomb = BOMBS[bombs % BOMBS.length]
    if (i % BOMB_EVERY !== 0 || !bomb) await measureMs(pool)
    else {
      bombs++
      await throwBomb(pool, bomb)
    }
    if (i === SUBMISSIONS / 5) early = process.memoryUsage.rss()
  }
  const late = process.memoryUsage.rss()
  return [
    {
      name: `memory of the pool after ${SUBMISSIONS.toLocaleString('en-US')} submissions, ${bombs} bombs among them, no wrong verdict`,
      value: megabytes(late),
      baseline: `${megabytes(early)} after ${SUBMISSIONS / 5}`,
      ratio: (late / early).toFixed(2),
      aim: 'no growth',
    },
  ]
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
const ms = (x: number): string => `${x.toFixed(x < 10 ? 1 : 0)} ms`
const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`
