const transpose = (A: number[][]) => A[0].map((_, c) => A.map((row) => row[c]))
const inner = (a: number[], b: number[]) => a.map((x, i) => x * b[i]).reduce((s, x) => s + x, 0)
export const attendOne = (q: number[], K: number[][], V: number[][]): number[] => {
  const s = K.map((k) => inner(k, q))
  const best = Math.max(...s)
  const e = s.map((x) => Math.exp(x - best))
  const z = inner(e, e.map(() => 1))
  return transpose(V).map((column) => inner(column, e) / z)
}
