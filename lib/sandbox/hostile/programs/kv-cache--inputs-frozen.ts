// expected: reject: accident: freezes what it is given
const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i], 0)
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map((v) => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map((v) => v / z) }
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0))
const row = (q: number[], K: number[][], V: number[][]): number[] => mix(softmax(K.map((k) => dot(q, k) / Math.sqrt(q.length))), V)

export class KVCache { K: any[] = []; V: any[] = []
append(k: any, v: any): any { this.K.push(k.slice()); this.V.push(v.slice()); Object.freeze(k); Object.freeze(v) }
attend(q: any): any { const { K, V } = this; return row(q, K, V) }
get length(): any { return this.K.length } }
