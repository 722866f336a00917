// every number rounded to single precision
const f = Math.fround;
const times = (A: ArrayLike<number>[], W: number[][]): Float32Array[] => A.map((row) => {
  const out = new Float32Array(W[0].length);
  for (let k = 0; k < row.length; k++) for (let c = 0; c < out.length; c++) out[c] += f(f(row[k]) * f(W[k][c]));
  return out;
});
export function multiHeadAttention(X: number[][], Wq: number[][], Wk: number[][], Wv: number[][], Wo: number[][], numHeads: number): number[][] {
  const [Q, K, V] = [Wq, Wk, Wv].map((W) => times(X, W));
  const w = Q[0].length / numHeads, root = f(Math.sqrt(w));
  const merged = X.map(() => new Float32Array(w * numHeads));
  for (let h = 0; h < numHeads; h++)
    for (let i = 0; i < X.length; i++) {
      const s = Float32Array.from(K, (k) => {
        let t = 0;
        for (let c = h * w; c < (h + 1) * w; c++) t = f(t + f(Q[i][c] * k[c]));
        return t / root;
      });
      const top = Math.max(...s);
      const e = s.map((x) => Math.exp(x - top));
      const z = e.reduce((a, b) => f(a + b), 0);
      V.forEach((v, j) => { for (let c = h * w; c < (h + 1) * w; c++) merged[i][c] += f(f(e[j] / z) * v[c]); });
    }
  return times(merged, Wo).map((row) => Array.from(row));
}
