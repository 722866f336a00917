// the whole score matrix at once, an additive mask of 0 and −∞, then the softmax row by row
type M = number[][];
const times = (A: M, B: M): M => A.map((a) => B[0].map((_, c) => a.reduce((s, x, k) => s + x * B[k][c], 0)));
const transposed = (A: M): M => A[0].map((_, c) => A.map((row) => row[c]));

export function causalAttention(Q: M, K: M, V: M): M {
  const bias = Q.map((_, i) => K.map((_, j) => (j > i ? -Infinity : 0)));
  const scores = times(Q, transposed(K)).map((row, i) => row.map((s, j) => s / Math.sqrt(Q[0].length) + bias[i][j]));
  const weights = scores.map((row) => {
    const exps = row.map((s) => Math.exp(s - Math.max(...row)));
    const sum = exps.reduce((a, b) => a + b, 0);
    return exps.map((e) => e / sum);
  });
  return times(weights, V);
}
