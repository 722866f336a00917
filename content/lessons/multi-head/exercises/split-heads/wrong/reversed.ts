// misconception: reversed
export function splitHeads(X: number[][], numHeads: number): number[][][] {
  const w = X[0].length / numHeads;
  return Array.from({ length: numHeads }, (_, h) => X.map((row) => row.slice((numHeads - 1 - h) * w, (numHeads - h) * w)));
}
