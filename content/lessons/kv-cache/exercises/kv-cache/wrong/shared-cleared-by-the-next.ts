// misconception: shared-state
const dot = (a: readonly number[], b: readonly number[]) => {
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
const K: number[][] = [],
  V: number[][] = []
export class KVCache {
  constructor() {
    K.length = 0
    V.length = 0
  }
  append(k: number[], v: number[]) {
    K.push([...k])
    V.push([...v])
  }
  attend(q: number[]) {
    const w = sm(K.map((k) => dot(q, k) / Math.sqrt(q.length)))
    return V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0))
  }
  get length() {
    return K.length
  }
}
