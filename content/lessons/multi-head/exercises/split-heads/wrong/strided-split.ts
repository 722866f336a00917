// misconception: strided-split
export function splitHeads(X: number[][], numHeads: number): number[][][] {
  return Array.from({ length: numHeads }, (_, h) => X.map((row) => row.filter((_, c) => c % numHeads === h)));
}
