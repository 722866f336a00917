function dot(a: number[], b: number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function softmax(x: number[]): number[] {
  const max = Math.max(...x);
  // A fully masked row: −∞ − (−∞) would be NaN.
  if (max === -Infinity) return x.map(() => 0);
  const exps = x.map((v) => Math.exp(v - max));
  const sum = exps.reduce((a, b) => a + b, 0);
  return exps.map((e) => e / sum);
}

export function paddedAttention(
  Q: number[][], K: number[][], V: number[][],
  keyMask: boolean[],
): number[][] {
  const scale = 1 / Math.sqrt(Q[0].length);

  return Q.map((q) => {
    const scores = K.map((k) => dot(q, k) * scale);
    // The mask describes keys: it hides columns,
    // the same ones in every row.
    const masked = scores.map((s, j) =>
      keyMask[j] ? s : -Infinity);
    const weights = softmax(masked);

    // Padding holds finite numbers, and 0 times a finite number is 0.
    return V[0].map((_, c) =>
      weights.reduce((sum, w, j) => sum + w * V[j][c], 0),
    );
  });
}
