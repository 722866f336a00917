// misconception: floor-sqrt
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
  private rows: { k: number[]; v: number[] }[] = []
  get length() {
    return this.rows.length
  }
  append(k: number[], v: number[]) {
    this.rows = this.rows.concat({ k: k.slice(), v: v.slice() })
  }
  attend(q: number[]) {
    const d = q.length
    const s = this.rows.map((r) => dot(q, r.k) / Math.round(Math.sqrt(d)))
    const mx = s.reduce((a, b) => Math.max(a, b), -Infinity)
    const e = s.map((x) => Math.exp(x - mx))
    const z = e.reduce((a, b) => a + b, 0)
    const out: number[] = []
    for (let c = 0; c < this.rows[0].v.length; c++) {
      let a = 0
      for (let j = 0; j < this.rows.length; j++) a += (e[j] / z) * this.rows[j].v[c]
      out.push(a)
    }
    return out
  }
}
