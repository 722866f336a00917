// The scale sits in the keys, and the columns of the weights are taken apart once.
export function decode(tokens: number[][], Wq: number[][], Wk: number[][], Wv: number[][]): number[][] {
  const values: number[][] = []
  const columns = (W: number[][]) => W[0].map((_, c) => W.map((row) => row[c]))
  const dot = (a: number[], b: number[]) => a.reduce((s, x, i) => s + x * b[i], 0)
  const vColumns = columns(Wv)
  const qColumns = columns(Wq)
  const kColumns = columns(Wk)
  const keys: number[][] = []
  return tokens.map((x, t) => {
    values[t] = vColumns.map((column) => dot(x, column))
    keys[t] = kColumns.map((column) => dot(x, column) / Math.sqrt(kColumns.length))
    const q = qColumns.map((column) => dot(x, column))
    const e = keys.map((k) => dot(q, k))
    const max = e.reduce((a, b) => Math.max(a, b))
    const w = e.map((s) => Math.exp(s - max))
    const z = w.reduce((a, b) => a + b)
    return values[0].map((_, c) => w.reduce((s, weight, j) => s + weight * values[j][c], 0) / z)
  })
}
