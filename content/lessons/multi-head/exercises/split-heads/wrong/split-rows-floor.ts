// misconception: split-rows
export function splitHeads(X: number[][], numHeads: number): number[][][] {
  const size = Math.floor(X.length / numHeads);
  const heads: number[][][] = [];
  for (let h = 0; h < numHeads; h++) heads.push(X.slice(h * size, h * size + size));
  return heads;
}
