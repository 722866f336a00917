// All sums in single precision, as accelerators have them.
const f = Math.fround
const dot = (a: number[], b: number[]) => a.reduce((s, x, i) => f(s + f(f(x) * f(b[i]))), 0)
const columnsOf = (W: number[][]) => W[0].map((_, c) => W.map((row) => row[c]))

export function decode(tokens: number[][], Wq: number[][], Wk: number[][], Wv: number[][]): number[][] {
  const [q, k, v] = [Wq, Wk, Wv].map(columnsOf)
  const keys: number[][] = []
  const values: number[][] = []
  return tokens.map((x) => {
    keys.push(k.map((column) => dot(x, column)))
    values.push(v.map((column) => dot(x, column)))
    const query = q.map((column) => dot(x, column))
    const scores = keys.map((key) => f(dot(query, key) / f(Math.sqrt(query.length))))
    const max = Math.max(...scores)
    const e = scores.map((s) => f(Math.exp(f(s - max))))
    const sum = e.reduce((a, b) => f(a + b), 0)
    return v.map((_, c) => f(e.reduce((s, w, j) => f(s + f(w * values[j][c])), 0) / sum))
  })
}
