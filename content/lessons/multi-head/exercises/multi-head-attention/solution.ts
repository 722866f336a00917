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

export function multiHeadAttention(
  X: number[][],
  Wq: number[][], Wk: number[][], Wv: number[][], Wo: number[][],
  numHeads: number,
): number[][] {
  const Q = matmul(X, Wq), K = matmul(X, Wk), V = matmul(X, Wv);
  const w = Wq[0].length / numHeads; // width of a head

  // Head h owns a slice of neighboring columns.
  const slice = (M: number[][], h: number): number[][] =>
    M.map((row) => row.slice(h * w, (h + 1) * w));

  const heads: number[][][] = [];
  for (let h = 0; h < numHeads; h++) {
    // attention scales by the width of what it is given: √w
    heads.push(attention(slice(Q, h), slice(K, h), slice(V, h)));
  }

  // Side by side, then mixed: without Wo the heads could not mix.
  const merged = X.map((_, i) => heads.flatMap((head) => head[i]));
  return matmul(merged, Wo);
}
