// misconception: whole-copies
export function splitHeads(X: number[][], numHeads: number): number[][][] {
  return Array.from({ length: numHeads }, () => X.map((row) => row.slice()));
}
