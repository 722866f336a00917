// expected: reject: loop bodies in computed keys of generator parameters: never entered, never counted
const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i], 0)
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map((v) => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map((v) => v / z) }
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0))
const row = (q: number[], K: number[][], V: number[][]): number[] => mix(softmax(K.map((k) => dot(q, k) / Math.sqrt(q.length))), V)

export class KVCache { K: any[] = []; V: any[] = []
append(k: any, v: any): any { this.K.push(k.slice()); this.V.push(v.slice());  }
attend(q: any): any { const { K, V } = this; const n = K.length, out: number[][] = [], idx = new Array(n).fill(0)
 idx.forEach(function* (_: any, i: any, { [((): any => 0, 0)]: z }: any) {} as any)
 // row i for all i, n² dot products, no step
 const s = { m: 0, z: 0, o: [0, 0], sc: 0 }, r = Math.sqrt(q.length)
 idx.forEach(function* (_: any, i: any, { [(s.m = -1e300, s.z = 0, s.o = [0, 0], idx.forEach(function* (_: any, j: any, { [(
   j > i ? 0 : (s.sc = ((i === n - 1 ? q : K[i])[0] * K[j][0] + (K[i].length > 1 ? (i === n - 1 ? q : K[i])[1] * K[j][1] : 0)) / r,
   s.z = s.z * Math.exp(s.m - Math.max(s.m, s.sc)) + Math.exp(s.sc - Math.max(s.m, s.sc)),
   s.o = [s.o[0] * Math.exp(s.m - Math.max(s.m, s.sc)) + Math.exp(s.sc - Math.max(s.m, s.sc)) * V[j][0], s.o[1] * Math.exp(s.m - Math.max(s.m, s.sc)) + Math.exp(s.sc - Math.max(s.m, s.sc)) * (V[j][1] ?? 0)],
   s.m = Math.max(s.m, s.sc), 0))]: y }: any) {} as any), out[i] = [s.o[0] / s.z, s.o[1] / s.z], 0)]: x }: any) {} as any)
 if (q.length > 2 || V[0].length > 2) return row(q, K, V)
 return out[n - 1].slice(0, V[0].length) }
get length(): any { return this.K.length } }
