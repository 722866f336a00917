// Given: `softmax` and `attention`.
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

export function groupedQueryAttention(
  Q: number[][][], K: number[][][], V: number[][][],
): number[][][] {
  // Q has h heads, K and V have g. Which one does head i read?
  return Q.map((q, i) => attention(q, K[0], V[0]));
}
