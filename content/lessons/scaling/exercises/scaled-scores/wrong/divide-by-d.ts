// misconception: divide-by-d
const dot = (a: number[], b: number[]): number => a.reduce((sum, x, i) => sum + x * b[i], 0)

export function scaledScores(Q: number[][], K: number[][]): number[][] {
  const d = Q[0].length
  return Q.map((q) => K.map((k) => dot(q, k) / d))
}
