export function offsetScore(
  weights: number[][],
  offset: number,
): number {
  let sum = 0;
  let rows = 0;
  for (let i = 0; i < weights.length; i++) {
    // Query i meets the key that is `offset` away from it.
    const j = i + offset;
    // No such key: the row says nothing about this offset.
    if (j < 0 || j >= weights[i].length) continue;
    sum += weights[i][j];
    rows++;
  }
  // With no row at all, 0 instead of 0 / 0.
  return rows === 0 ? 0 : sum / rows;
}
