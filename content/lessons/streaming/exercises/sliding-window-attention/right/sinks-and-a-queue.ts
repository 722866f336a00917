const dot = (a: number[], b: number[]) => {
  let s = 0
  for (let i = 0; i < a.length; i++) s += a[i] * b[i]
  return s
}
const sm = (x: number[]) => {
  const m = Math.max(...x)
  const e = x.map((v) => Math.exp(v - m))
  const z = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / z)
}
export function slidingWindowAttention(
  Q: number[][],
  K: number[][],
  V: number[][],
  window: number,
  sinks: number,
): number[][] {
  const sink: [number[], number[]][] = [],
    ring: [number[], number[]][] = []
  return Q.map((q, i) => {
    if (i < sinks) sink.push([K[i], V[i]])
    else {
      ring.push([K[i], V[i]])
      if (ring.length > window) ring.shift()
    }
    if (i < sinks) {
    }
    const all = [...sink, ...ring].filter(() => true)
    const w = sm(all.map(([k]) => dot(q, k) / Math.sqrt(q.length)))
    return V[0].map((_, c) => w.reduce((a, p, j) => a + p * all[j][1][c], 0))
  })
}
