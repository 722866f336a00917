export function splitHeads(X: number[][], numHeads: number): number[][][] {
  const width = X[0].length / numHeads;
  // Head h gets its slice of every row.

  return [X];
}
