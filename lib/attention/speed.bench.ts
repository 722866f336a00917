import { attention } from './attention.ts'
import type { Matrix } from './matrix.ts'

const N = 512
const D = 64
const ROUNDS = 15

/** Speed of the engine's attention compared with a hand-written loop, alternating in one run. */
export async function bench() {
  const [Q, K, V] = [rows(1), rows(2), rows(3)]
  const ours = () => attention(Q, K, V)
  const plain = () => plainAttention(Q, K, V)
  for (let i = 0; i < 3; i++) [ours(), plain()]
  const times = Array.from({ length: ROUNDS }, () => ({ ours: milliseconds(ours), plain: milliseconds(plain) }))
  const [a, b] = [median(times.map((t) => t.ours)), median(times.map((t) => t.plain))]
  return [
    {
      name: `attention, n = ${N}, d = ${D}`,
      value: `${a.toFixed(1)} ms`,
      baseline: `${b.toFixed(1)} ms (plain loop)`,
      ratio: (a / b).toFixed(2),
      aim: '≤ 1.50',
    },
  ]
}

/** What one would write by hand: no checks, no options. */
function plainAttention(Q: Matrix, K: Matrix, V: Matrix): number[][] {
  const scale = 1 / Math.sqrt(D)
  return Q.map((q) => {
    const s = new Array<number>(N)
    let max = Number.NEGATIVE_INFINITY
    for (let j = 0; j < N; j++) {
      const k = K[j] as readonly number[]
      let sum = 0
      for (let c = 0; c < D; c++) sum += (q[c] as number) * (k[c] as number)
      s[j] = sum * scale
      if ((s[j] as number) > max) max = s[j] as number
    }
    let z = 0
    for (let j = 0; j < N; j++) {
      s[j] = Math.exp((s[j] as number) - max)
      z += s[j] as number
    }
    const o = new Array<number>(D).fill(0)
    for (let j = 0; j < N; j++) {
      const w = (s[j] as number) / z
      const v = V[j] as readonly number[]
      for (let c = 0; c < D; c++) o[c] = (o[c] as number) + w * (v[c] as number)
    }
    return o
  })
}

function rows(seed: number): number[][] {
  return Array.from({ length: N }, (_, i) => Array.from({ length: D }, (_, c) => Math.sin(seed * 7919 + i * D + c)))
}

function milliseconds(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}
