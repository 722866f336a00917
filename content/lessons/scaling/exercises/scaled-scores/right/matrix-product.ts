const transpose = (A: number[][]) => A[0].map((_, c) => A.map((row) => row[c]))
const matmul = (A: number[][], B: number[][]) => {
  const columns = transpose(B)
  return A.map((row) => columns.map((column) => row.reduce((s, x, i) => s + x * column[i], 0)))
}
export function scaledScores(Q: number[][], K: number[][]): number[][] {
  return matmul(Q, transpose(K)).map((row) => row.map((s) => s / Math.sqrt(K[0].length)))
}
