export function splitHeads(X: number[][], numHeads: number): number[][][] {
  const w = X[0].length / numHeads;
  return [...Array(numHeads).keys()].map((h) => X.map((row) => row.filter((_, c) => Math.floor(c / w) === h)));
}
