function dot(a: number[], b: number[]) {
  return a.reduce((s, x, i) => s + x * b[i], 0)
}

export function scaledScores(
  Q: number[][],
  K: number[][],
): number[][] {
  // A score sums d products. With variance 1 each,
  // the sum has variance d: its standard deviation
  // is √d, and dividing by √d makes it 1.
  const scale = 1 / Math.sqrt(Q[0].length)
  return Q.map((q) => K.map((k) => dot(q, k) * scale))
}
