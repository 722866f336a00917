// Given: `dot` and `softmax`.
function dot(a: number[], b: number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function softmax(x: number[]): number[] {
  const max = Math.max(...x);
  const exps = x.map((v) => Math.exp(v - max));
  const sum = exps.reduce((a, b) => a + b, 0);
  return exps.map((e) => e / sum);
}

// keyMask[j] is true if key j is a real token.
export function paddedAttention(
  Q: number[][], K: number[][], V: number[][],
  keyMask: boolean[],
): number[][] {
  const scale = 1 / Math.sqrt(Q[0].length);

  return Q.map((q) => {
    const scores = K.map((k) => dot(q, k) * scale);
    const weights = softmax(scores);

    return V[0].map((_, c) =>
      weights.reduce((sum, w, j) => sum + w * V[j][c], 0),
    );
  });
}
