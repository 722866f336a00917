// misconception: tokens-first
export function splitHeads(X: number[][], numHeads: number): number[][][] {
  const w = X[0].length / numHeads;
  return X.map((row) => Array.from({ length: numHeads }, (_, h) => row.slice(h * w, h * w + w)));
}
