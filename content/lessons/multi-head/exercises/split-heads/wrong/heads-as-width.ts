// misconception: heads-as-width
export function splitHeads(X: number[][], numHeads: number): number[][][] {
  const heads: number[][][] = [];
  for (let c = 0; c < X[0].length; c += numHeads) heads.push(X.map((row) => row.slice(c, c + numHeads)));
  return heads;
}
