function dot(a: number[], b: number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function softmax(x: number[]): number[] {
  const max = Math.max(...x); // finite: a row sees itself
  const exps = x.map((v) => Math.exp(v - max));
  const sum = exps.reduce((a, b) => a + b, 0);
  return exps.map((e) => e / sum);
}

export function causalAttention(
  Q: number[][], K: number[][], V: number[][],
): number[][] {
  const scale = 1 / Math.sqrt(Q[0].length);

  return Q.map((q, i) => {
    const scores = K.map((k) => dot(q, k) * scale);
    // Before the softmax, so that the rest sums to 1,
    // and with −∞, so that no visible score is lower.
    const masked = scores.map((s, j) =>
      j <= i ? s : -Infinity);
    const weights = softmax(masked);

    return V[0].map((_, c) =>
      weights.reduce((sum, w, j) => sum + w * V[j][c], 0),
    );
  });
}
