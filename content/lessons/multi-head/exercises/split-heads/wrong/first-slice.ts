// misconception: first-slice
export function splitHeads(X: number[][], numHeads: number): number[][][] {
  const w = X[0].length / numHeads;
  return Array.from({ length: numHeads }, () => X.map((row) => row.slice(0, w)));
}
