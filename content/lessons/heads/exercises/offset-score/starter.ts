// weights[i][j] is the weight that query i gives to key j.
// offset is j - i: -1 is the previous token.
export function offsetScore(
  weights: number[][],
  offset: number,
): number {
  return 0;
}
