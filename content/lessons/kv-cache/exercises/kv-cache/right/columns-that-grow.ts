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
  private cols: number[][] = []
  private vcols: number[][] = []
  private n = 0
  append(k: number[], v: number[]) {
    k.forEach((x, i) => (this.cols[i] ??= []).push(x))
    v.forEach((x, i) => (this.vcols[i] ??= []).push(x))
    this.n++
  }
  attend(q: number[]) {
    const s = new Array(this.n).fill(0)
    q.forEach((x, i) =>
      this.cols[i].forEach((y, j) => {
        s[j] += x * y
      }),
    )
    const w = sm(s.map((x) => x / Math.sqrt(q.length)))
    return this.vcols.map((col) => dot(w, col))
  }
  get length() {
    return this.n
  }
}
