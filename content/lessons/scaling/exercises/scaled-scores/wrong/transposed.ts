// misconception: transposed
const dot = (a: number[], b: number[]): number => a.reduce((sum, x, i) => sum + x * b[i], 0)

export function scaledScores(Q: number[][], K: number[][]): number[][] {
  const d = Q[0].length
  return K.map((k) => Q.map((q) => dot(q, k) / Math.sqrt(d)))
}
