const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i], 0)
const softmax = (x: number[]): number[] => {
  const max = Math.max(...x)
  const e = x.map((v) => Math.exp(v - max))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}
const project = (x: number[], W: number[][]): number[] => W[0].map((_, c) => x.reduce((s, v, i) => s + v * W[i][c], 0))
const mix = (weights: number[], V: number[][]): number[] =>
  V[0].map((_, c) => weights.reduce((s, w, j) => s + w * V[j][c], 0))
const scaled = (q: number[], K: number[][]): number[] => K.map((k) => dot(q, k) / Math.sqrt(q.length))

export function decode(tokens: number[][], Wq: number[][], Wk: number[][], Wv: number[][]): number[][] {
  const keys: number[][] = []
  const values: number[][] = []
  return tokens.map((x) => {
    keys.push(project(x, Wk))
    values.push(project(x, Wv))
    return mix(softmax(scaled(project(x, Wq), keys)), values)
  })
}
