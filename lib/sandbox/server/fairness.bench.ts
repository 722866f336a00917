import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from './pool.ts'
import type { PoolError } from './pool-error.ts'
import type { Requester } from './requester.ts'
import { createPool } from './server-pool.ts'

const lesson = 'causal-mask'
const exercise = 'causal-attention'
const right = readFileSync(`content/lessons/${lesson}/exercises/${exercise}/solution.ts`, 'utf8')
/** Holds its worker until that is ended by force. */
const worst = 'export function causalAttention() { return [].indexOf.call({ length: 2 ** 53 - 1 }, 1) }'

/** Answers of the one whose time is measured, in each case. */
const ANSWERS = 20
const PAUSE_MS = 400
const KNOWN: Requester = { kind: 'learner', id: 'ada', address: '192.0.2.1' }

/** How long another learner's right answer takes while some send the worst there is, beside the same when nobody does. */
export async function bench() {
  const rows = []
  for (const [name, guests, each] of [
    ['60 of one guest', 1, 60],
    ['15 of each of 4 guests', 4, 15],
    ['1 of each of 60 guests', 60, 1],
  ] as const)
    rows.push(...(await underAttack(name, guests, each)))
  return rows
}

async function underAttack(name: string, guests: number, each: number) {
  const before = await whenIdle()
  const pool = createPool({})
  await gradeRight(pool, KNOWN)
  const stop = attack(pool, guests, each)
  const known = await measure(pool, KNOWN, PAUSE_MS)
  const newcomer = await measure(pool, undefined, PAUSE_MS)
  stop()
  await pool.close()
  const idle = [...before, ...(await whenIdle())]
  return [row(`${name}: who is known`, known, idle), row(`${name}: a newcomer`, newcomer, idle)]
}

async function whenIdle(): Promise<number[]> {
  const pool = createPool({})
  try {
    await measure(pool, KNOWN, 0) // warm
    return await measure(pool, KNOWN, 20)
  } finally {
    await pool.close()
  }
}

/** Sends the worst there is, all at once, and what is refused again when the pool says. Returns what ends it. */
function attack(pool: Pool, guests: number, each: number): () => void {
  const ended = new AbortController()
  const send = async (guest: Requester): Promise<void> => {
    while (!ended.signal.aborted) {
      const refused = await pool.grade(ask(worst), guest).then(
        () => undefined,
        (error: PoolError) => error,
      )
      if (!refused) return
      const waitMs = 1000 * (refused.retryAfterSeconds ?? 1)
      await sleep(waitMs, undefined, { signal: ended.signal }).catch(() => {})
    }
  }
  for (let i = 0; i < guests * each; i++)
    void send({ kind: 'learner', id: `guest ${i % guests}`, address: '198.51.100.1' })
  return () => ended.abort()
}

/** The times of right answers, one after the other, each of the same learner or of a new one. */
async function measure(pool: Pool, learner: Requester | undefined, pauseMs: number): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < ANSWERS; i++) {
    const requester = learner ?? { kind: 'learner', id: crypto.randomUUID(), address: '203.0.113.1' }
    const began = performance.now()
    await gradeRight(pool, requester)
    times.push(performance.now() - began)
    await sleep(pauseMs)
  }
  return times
}

async function gradeRight(pool: Pool, requester: Requester): Promise<void> {
  const { outcome, headline } = await pool.grade(ask(right), requester)
  if (outcome !== 'passed') throw new Error(`a right answer did not pass: ${headline}`)
}

let seed = 0
const ask = (source: string) => ({ lesson, exercise, source, seed: ++seed })

function row(name: string, times: readonly number[], idle: readonly number[]) {
  const [usual, usualIdle] = [median(times), median(idle)]
  return {
    name: `fair grading, ${name}`,
    value: `p50 ${usual.toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms`,
    baseline: `p50 ${usualIdle.toFixed(0)} ms, longest ${Math.max(...idle).toFixed(0)} ms when nobody else sends`,
    ratio: (usual / usualIdle).toFixed(1),
    aim: '≤ 3',
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
