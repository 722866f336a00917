function dot(a: number[], b: number[]) {
  return a.reduce((s, x, i) => s + x * b[i], 0)
}

export function scaledScores(
  Q: number[][],
  K: number[][],
): number[][] {
  // one row per query,
  // with one number per key
  return []
}
