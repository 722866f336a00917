// misconception: queries-against-queries
const dot = (a: number[], b: number[]): number => a.reduce((sum, x, i) => sum + x * b[i], 0)

export function scaledScores(Q: number[][], K: number[][]): number[][] {
  const d = Q[0].length
  return Q.map((q) => Q.map((k) => dot(q, k) / Math.sqrt(d)))
}
