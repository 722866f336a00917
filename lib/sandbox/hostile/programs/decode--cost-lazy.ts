// expected: reject: rows are getters
const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i], 0)
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map((v) => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map((v) => v / z) }
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0))
const row = (q: number[], K: number[][], V: number[][]): number[] => mix(softmax(K.map((k) => dot(q, k) / Math.sqrt(q.length))), V)

const project = (x: number[], W: number[][]): number[] => W[0].map((_, c) => x.reduce((s, v, i) => s + v * W[i][c], 0))
export function decode(tokens: number[][], Wq: number[][], Wk: number[][], Wv: number[][]): number[][] { const out: any[] = []; tokens.forEach((x, t) => Object.defineProperty(out, t, { enumerable: true, get: () => { const p = tokens.slice(0, t + 1); return row(project(x, Wq), p.map((y) => project(y, Wk)), p.map((y) => project(y, Wv))) } })); return out }
