// expected: reject: the n² work is done in a getter of the result, after the counter was read
const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i], 0)
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map((v) => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map((v) => v / z) }
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0))
const row = (q: number[], K: number[][], V: number[][]): number[] => mix(softmax(K.map((k) => dot(q, k) / Math.sqrt(q.length))), V)

export class KVCache {
  K: number[][] = []
  V: number[][] = []
  append(k: number[], v: number[]): void { this.K.push(k.slice()); this.V.push(v.slice()) }
  attend(q: number[]): number[] { 
    const it = this; const out: number[] = []
    let got: number[] | undefined
    const make = () => { if (!got) { const queries = [...it.K.slice(0, -1), q]; const rows = queries.map((x, i) => row(x, it.K.slice(0, i + 1), it.V.slice(0, i + 1))); got = rows[rows.length - 1] } return got }
    for (let c = 0; c < this.V[0].length; c++) Object.defineProperty(out, c, { get: () => make()[c], enumerable: true })
    return out }
  get length(): number { return this.K.length }
}
