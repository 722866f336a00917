// misconception: split-rows
export function splitHeads(X: number[][], numHeads: number): number[][][] {
  const size = X.length / numHeads;
  return Array.from({ length: numHeads }, (_, h) => X.slice(h * size, (h + 1) * size));
}
