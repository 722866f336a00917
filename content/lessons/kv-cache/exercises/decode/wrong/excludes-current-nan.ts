// misconception: excludes-current-nan
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
    const scores = scaled(project(x, Wq), keys)
    const max = Math.max(...scores)
    const out: number[] = new Array(Wv[0].length).fill(0)
    let sum = 0
    for (let j = 0; j < keys.length; j++) {
      const w = Math.exp(scores[j] - max)
      sum += w
      for (let c = 0; c < out.length; c++) out[c] += w * values[j][c]
    }
    keys.push(project(x, Wk))
    values.push(project(x, Wv))
    return out.map((o) => o / sum)
  })
}
