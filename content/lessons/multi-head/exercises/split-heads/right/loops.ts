export function splitHeads(X: number[][], numHeads: number): number[][][] {
  const width = X[0].length / numHeads;
  const heads: number[][][] = [];
  for (let h = 0; h < numHeads; h++) {
    heads[h] = [];
    for (let i = 0; i < X.length; i++) {
      heads[h][i] = [];
      for (let c = 0; c < width; c++) heads[h][i][c] = X[i][h * width + c];
    }
  }
  return heads;
}
