const dot = (a: number[], b: number[]): number => a.reduce((sum, x, i) => sum + x * b[i], 0)

export function scaledScores(Q: number[][], K: number[][]): number[][] {
  // A dot product sums d products. If each has variance 1, the sum has variance d:
  // dividing by its standard deviation √d brings it back to 1, whatever the width.
  const scale = 1 / Math.sqrt(Q[0].length)
  return Q.map((q) => K.map((k) => dot(q, k) * scale))
}
