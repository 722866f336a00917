function softmax(x: number[]): number[] {
  const max = Math.max(...x);
  const exps = x.map((v) => Math.exp(v - max));
  const sum = exps.reduce((a, b) => a + b, 0);
  return exps.map((e) => e / sum);
}

function attention(Q: number[][], K: number[][], V: number[][]): number[][] {
  return Q.map((q) => {
    const scores = K.map((k) =>
      k.reduce((s, x, c) => s + x * q[c], 0) / Math.sqrt(q.length));
    const weights = softmax(scores);
    return V[0].map((_, c) =>
      weights.reduce((s, w, j) => s + w * V[j][c], 0));
  });
}

// A · B: rows of A times columns of B.
function matmul(A: number[][], B: number[][]): number[][] {
  return A.map((row) => B[0].map((_, c) =>
    row.reduce((s, x, i) => s + x * B[i][c], 0)));
}

export function selfAttention(
  X: number[][], Wq: number[][], Wk: number[][], Wv: number[][],
): number[][] {
  // One input in three roles, each with its own matrix.
  const Q = matmul(X, Wq); // what a token looks for
  const K = matmul(X, Wk); // what it is compared by
  const V = matmul(X, Wv); // what it contributes
  return attention(Q, K, V);
}
