// expected: reject: forge length fraction
const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i], 0)
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map((v) => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map((v) => v / z) }
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0))
export class KVCache { K: number[][] = []; V: number[][] = []
append(k: number[], v: number[]): void { this.K.push(k.slice()); this.V.push(v.slice())  }
attend(q: number[]): number[] { return new Proxy([], {get:(t:any,kk:any)=>kk==="length"?0.5:t[kk]}) as any }
get length(): number { return this.K.length } }
const row = (q: number[], K: number[][], V: number[][]): number[] => mix(softmax(K.map((k) => dot(q, k) / Math.sqrt(q.length))), V)
