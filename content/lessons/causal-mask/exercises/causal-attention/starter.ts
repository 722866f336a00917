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

export function causalAttention(
  Q: number[][], K: number[][], V: number[][],
): number[][] {
  const scale = 1 / Math.sqrt(Q[0].length);

  return Q.map((q, i) => {
    const scores = K.map((k) => dot(q, k) * scale);
    // Mask later keys, apply the softmax, average V.

    return V[0].map(() => 0);
  });
}
