// expected: reject: every pair is kept in a Map, as text
const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i], 0)
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map((v) => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map((v) => v / z) }
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0))
const row = (q: number[], K: number[][], V: number[][]): number[] => mix(softmax(K.map((k) => dot(q, k) / Math.sqrt(q.length))), V)

export class StreamingCache {
  m = new Map<number, string>()
  window: number; sinks: number
  constructor(window: number, sinks: number) { this.window = window; this.sinks = sinks }
  append(k: number[], v: number[]): void { this.m.set(this.m.size, JSON.stringify([k, v])) }
  attend(q: number[]): number[] { const n = this.m.size; const keep: any[] = []; for (let i = 0; i < Math.min(this.sinks, n); i++) keep.push(JSON.parse(this.m.get(i)!)); for (let i = Math.max(this.sinks, n - this.window); i < n; i++) keep.push(JSON.parse(this.m.get(i)!)); return row(q, keep.map((x) => x[0]), keep.map((x) => x[1])) }
  get length(): number { return Math.min(this.m.size, this.sinks + this.window) }
}
