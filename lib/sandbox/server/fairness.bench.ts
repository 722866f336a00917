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

/** In each round the time is measured when nobody else sends, then at once while others do: machines are never equally busy. */
const ROUNDS = 6
/** Answers of one learner before the attack, and of the same learner and as many others during it. */
const ANSWERS = 8
const PAUSE_MS = 250

/** How long a learner's right answer takes while others send the worst possible code, compared with an idle server. */
export async function bench() {
  const rows = []
  for (const [name, guests, each] of [
    ['60 of one guest', 1, 60],
    ['15 of each of 4 guests', 4, 15],
    ['1 of each of 60 guests', 60, 1],
  ] as const) {
    const rounds = []
    for (let i = 0; i < ROUNDS; i++) rounds.push(await measureRound(guests, each))
    rows.push(row(`${name}: who is known`, rounds, 'regulars'), row(`${name}: newcomers`, rounds, 'newcomers'))
  }
  return rows
}

interface Round {
  readonly idle: readonly number[]
  readonly regulars: readonly number[]
  readonly newcomers: readonly number[]
}

async function measureRound(guests: number, each: number): Promise<Round> {
  const pool = createPool({})
  try {
    const ada = learner('ada')
    await measure(pool, ada) // warm
    const idle = await measure(pool, ada)
    const stop = attack(pool, guests, each)
    const regulars: number[] = []
    const newcomers: number[] = []
    for (let i = 0; i < ANSWERS; i++) {
      regulars.push(await timeRight(pool, ada))
      newcomers.push(await timeRight(pool, learner(`newcomer ${i}`)))
    }
    stop()
    return { idle, regulars, newcomers }
  } finally {
    await pool.close()
  }
}

const learner = (id: string): Requester => ({ kind: 'learner', id, address: '192.0.2.1' })

/** Sends the worst there is, all at once, and what is refused again when the pool says. Returns what ends it. */
function attack(pool: Pool, guests: number, each: number): () => void {
  const ended = new AbortController()
  const send = async (guest: Requester): Promise<void> => {
    while (!ended.signal.aborted) {
      const refused = await pool.grade(createJobInput(worst), guest).then(
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

async function measure(pool: Pool, requester: Requester): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < ANSWERS; i++) times.push(await timeRight(pool, requester))
  return times
}

/** How long a right answer takes, in milliseconds; there is a pause after it. */
async function timeRight(pool: Pool, requester: Requester): Promise<number> {
  const began = performance.now()
  const { outcome, headline } = await pool.grade(createJobInput(right), requester)
  const elapsedMs = performance.now() - began
  if (outcome !== 'passed') throw new Error(`a right answer did not pass: ${headline}`)
  await sleep(PAUSE_MS)
  return elapsedMs
}

let seed = 0
const createJobInput = (source: string) => ({ lesson, exercise, source, seed: ++seed })

/** Ratios are those of single rounds; the usual one is the median of them. */
function row(name: string, rounds: readonly Round[], who: 'regulars' | 'newcomers') {
  const ratios = rounds.map((round) => median(round[who]) / median(round.idle))
  const times = rounds.flatMap((round) => round[who])
  const idle = rounds.flatMap((round) => round.idle)
  return {
    name: `fair grading, ${name}`,
    value: `p50 ${median(times).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms`,
    baseline: `p50 ${median(idle).toFixed(0)} ms, longest ${Math.max(...idle).toFixed(0)} ms when nobody else sends`,
    ratio: median(ratios).toFixed(1),
    aim: '≤ 3',
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
