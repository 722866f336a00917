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
const one = (q: number[], K: number[][], V: number[][], s = 1 / Math.sqrt(q.length)) => {
  const w = sm(K.map((k) => dot(q, k) * s))
  return V[0].map((_, c) => w.reduce((a, p, j) => a + p * V[j][c], 0))
}
class Group {
  constructor(
    private k: number[][],
    private v: number[][],
  ) {}
  *answer(qs: number[][][]) {
    for (const q of qs) yield q.map((r) => one(r, this.k, this.v))
  }
}
export function groupedQueryAttention(Q: number[][][], K: number[][][], V: number[][][]) {
  const r = Q.length / K.length
  const gs = K.map((k, g) => new Group(k, V[g]))
  return gs.flatMap((grp, g) => [...grp.answer(Q.slice(g * r, g * r + r))])
}
