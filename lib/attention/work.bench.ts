import { parentPort, Worker, workerData } from 'node:worker_threads'
import { attention } from './attention.ts'
import { causalAttention } from './causal-attention.ts'
import { causalLinearAttention } from './causal-linear-attention.ts'
import { flashAttention } from './flash-attention.ts'
import { KVCache } from './kv-cache.ts'
import { linearAttention } from './linear-attention.ts'
import type { Matrix } from './matrix.ts'
import { slidingWindowAttention } from './sliding-window-attention.ts'
import { sparseAttention } from './sparse-attention.ts'

const SIZES = [128, 256, 512]
const D = 8

type Run = (Q: Matrix, K: Matrix, V: Matrix) => unknown

/** The last token of a sequence through a cache that holds the others. */
function cachedStep(Q: Matrix, K: Matrix, V: Matrix): unknown {
  const cache = new KVCache()
  for (const [t, k] of K.entries()) cache.append(k, V[t] ?? [])
  return cache.attend(Q.at(-1) ?? [])
}

const RUNS: readonly { readonly name: string; readonly run: Run; readonly promised: number }[] = [
  { name: 'full attention', run: (Q, K, V) => attention(Q, K, V), promised: 2 },
  { name: 'causal attention', run: causalAttention, promised: 2 },
  { name: 'flash attention, blocks of 32', run: (Q, K, V) => flashAttention(Q, K, V, 32), promised: 2 },
  { name: 'sliding window of 16, 4 sinks', run: (Q, K, V) => slidingWindowAttention(Q, K, V, 16, 4), promised: 1 },
  { name: 'local 8 + 2 global tokens', run: (Q, K, V) => sparseAttention(Q, K, V, 8, [0, 5]), promised: 1 },
  { name: 'linear attention', run: linearAttention, promised: 1 },
  { name: 'causal linear attention', run: causalLinearAttention, promised: 1 },
  { name: 'one token with a KV cache', run: cachedStep, promised: 1 },
]

interface Row {
  readonly name: string
  readonly value: string
  readonly baseline: string
  readonly ratio: string
  readonly aim: string
}

/**
 * How the engine's work grows with n: entries read of Q, K and V, counted exactly, and the exponent fitted to them.
 *
 * Counts in a thread of its own: rows that count their reads make the engine's loops slow for good where they ran.
 */
export async function bench(): Promise<Row[]> {
  const worker = new Worker(new URL(import.meta.url), { workerData: 'count' })
  return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
}

if (workerData === 'count') parentPort?.postMessage(RUNS.map(measured))

function measured({ name, run, promised }: (typeof RUNS)[number]): Row {
  const work = SIZES.map((n) => entriesRead(run, n))
  const exponent = slope(SIZES.map(Math.log), work.map(Math.log))
  return {
    name: `work of ${name}`,
    value: `n^${exponent.toFixed(2)}`,
    baseline: `n^${promised}`,
    ratio: (exponent / promised).toFixed(2),
    aim: '≤ 1.10',
  }
}

function entriesRead(run: Run, n: number): number {
  const tally = { reads: 0 }
  const rows = () => Array.from({ length: n }, (_, i) => counted(row(i), tally))
  run(rows(), rows(), rows())
  return tally.reads
}

function row(i: number): number[] {
  return Array.from({ length: D }, (_, c) => Math.sin(i * D + c))
}

/** A row that counts how often its entries are read. */
function counted(values: number[], tally: { reads: number }): readonly number[] {
  return new Proxy(values, {
    get(target, name, receiver) {
      if (typeof name === 'string' && name >= '0' && name <= '9') tally.reads++
      return Reflect.get(target, name, receiver)
    },
  })
}

/** Slope of the straight line of least squares. */
function slope(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
  const [mx, my] = [mean(x), mean(y)]
  const over = x.reduce((sum, v, i) => sum + (v - mx) * ((y[i] ?? 0) - my), 0)
  return over / x.reduce((sum, v) => sum + (v - mx) ** 2, 0)
}
