// misconception: none
export function splitHeads(X: number[][], numHeads: number): number[][][] {
  const w = X[0].length / numHeads;
  return Array.from({ length: numHeads }, () => X.map((row) => row.splice(0, w)));
}
