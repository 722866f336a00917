// expected: reject: memory buffer kept between calls
const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i], 0)
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map((v) => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map((v) => v / z) }
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0))
let S: any
export function flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] { S ??= new Float64Array(300*300); const n=K.length; Q.forEach((q,i)=>K.forEach((k,j)=>{S[i*n+j]=dot(q,k)/Math.sqrt(q.length)})); return Q.map((_,i)=>mix(softmax(K.map((_,j)=>S[i*n+j])),V)) }