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
  const group = Q.length / K.length; // query heads that share a KV head

  return Q.map((q, i) => {
    const kv = Math.floor(i / group); // neighbors: 0, 0, 1, 1, …
    return attention(q, K[kv], V[kv]); // one index for both
  });
}
