// misconception: pushes-query
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
export class KVCache {
  #k: number[][] = []
  #v: number[][] = []
  append(k: number[], v: number[]) {
    this.#k.push([...k])
    this.#v.push([...v])
  }
  attend(q: number[]) {
    this.#k.push([...q])
    this.#v.push([...q])
    const w = sm(this.#k.map((k) => dot(q, k) / Math.sqrt(q.length)))
    const o = new Array(this.#v[0].length).fill(0)
    w.forEach((p, j) =>
      this.#v[j].forEach((x, c) => {
        o[c] += p * x
      }),
    )
    return o
  }
  get length() {
    return this.#k.length
  }
}
