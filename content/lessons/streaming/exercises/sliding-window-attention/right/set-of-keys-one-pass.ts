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
  return Q.map((q, i) => {
    const set = new Set<number>()
    for (let j = Math.max(0, i - window + 1); j <= i; j++) set.add(j)
    for (let j = 0; j < Math.min(sinks, i + 1); j++) set.add(j)
    let mx = -Infinity,
      l = 0,
      o = V[0].map(() => 0)
    for (const j of set) {
      const s = dot(q, K[j]) / Math.sqrt(q.length),
        n = Math.max(mx, s),
        a = Math.exp(mx - n),
        p = Math.exp(s - n)
      l = l * a + p
      o = o.map((x, c) => x * a + p * V[j][c])
      mx = n
    }
    return o.map((x) => x / l)
  })
}
