function dot(a: number[], b: number[]) {
  return a.reduce((s, x, i) => s + x * b[i], 0)
}

export function scaledScores(
  Q: number[][],
  K: number[][],
): number[][] {
  // one row for each query,
  // one number in it for each key
  return []
}
