import { parentPort, Worker, workerData } from 'node:worker_threads'
import type { Matrix } from '../matrix.ts'

/** A row of the benchmark's table. */
export interface Row {
  readonly name: string
  readonly value: string
  readonly baseline: string
  readonly ratio: string
  readonly aim: string
}

/** Something that attends, and the power of n that its work should grow with. */
export interface Growing {
  readonly name: string
  readonly run: (Q: Matrix, K: Matrix, V: Matrix) => unknown
  readonly promised: number
}

const SIZES = [128, 256, 512]
const D = 8

/**
 * A benchmark of how work grows with n: entries read of Q, K and V, counted exactly, and the exponent fitted to them.
 *
 * Counts in a thread of its own: rows that count their reads make the engine's loops slow for good where they ran.
 *
 * @param url  of the benchmark's file, which the thread loads again
 */
export function growth(url: string, growing: readonly Growing[]): () => Promise<Row[]> {
  if (workerData === url) parentPort?.postMessage(growing.map(measured))
  return () => {
    const worker = new Worker(new URL(url), { workerData: url })
    return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
  }
}

function measured({ name, run, promised }: Growing): Row {
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

function entriesRead(run: Growing['run'], n: number): number {
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
