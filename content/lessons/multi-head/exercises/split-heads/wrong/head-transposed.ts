// misconception: head-transposed
export function splitHeads(X: number[][], numHeads: number): number[][][] {
  const w = X[0].length / numHeads;
  return Array.from({ length: numHeads }, (_, h) => Array.from({ length: w }, (_, c) => X.map((row) => row[h * w + c])));
}
