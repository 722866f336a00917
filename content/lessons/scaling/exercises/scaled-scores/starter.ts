const dot = (a: number[], b: number[]): number => a.reduce((sum, x, i) => sum + x * b[i], 0)

export function scaledScores(Q: number[][], K: number[][]): number[][] {
  // One row for each query, one number in it for each key.
  return []
}
