// misconception: none
export function splitHeads(X: number[][], numHeads: number): number[][][] {
  const w = X[0].length / numHeads;
  return Array.from({ length: numHeads }, (_, h) => X.map((row) => Float64Array.from(row.slice(h * w, (h + 1) * w)) as unknown as number[]));
}
