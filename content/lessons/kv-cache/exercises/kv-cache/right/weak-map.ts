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
const state = new WeakMap<object, { K: number[][]; V: number[][] }>()
export class KVCache {
  constructor() {
    state.set(this, { K: [], V: [] })
  }
  append(k: number[], v: number[]) {
    const s = state.get(this)!
    s.K.push(k.map((x) => x))
    s.V.push(v.map((x) => x))
  }
  attend(q: number[]) {
    const { K, V } = state.get(this)!
    const sc = K.map((k) => dot(q, k) * (1 / Math.sqrt(q.length)))
    const lse = Math.max(...sc) + Math.log(sc.reduce((a, x) => a + Math.exp(x - Math.max(...sc)), 0))
    return V[0].map((_, c) => sc.reduce((a, x, j) => a + Math.exp(x - lse) * V[j][c], 0))
  }
  get length() {
    return state.get(this)!.K.length
  }
}
