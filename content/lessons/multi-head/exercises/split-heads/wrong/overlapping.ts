// misconception: overlapping
export function splitHeads(X: number[][], numHeads: number): number[][][] {
  const w = X[0].length / numHeads;
  return Array.from({ length: numHeads }, (_, h) => X.map((row) => row.slice(h, h + w)));
}
