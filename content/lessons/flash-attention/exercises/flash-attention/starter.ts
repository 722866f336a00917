// Given: `dot`.
function dot(a: number[], b: number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

export function flashAttention(
  Q: number[][], K: number[][], V: number[][], blockSize: number,
): number[][] {
  const scale = 1 / Math.sqrt(Q[0].length);

  return Q.map((q) => {
    // What does one query carry from block to block?

    for (let start = 0; start < K.length; start += blockSize) {
      const end = Math.min(start + blockSize, K.length);
      const scores = K.slice(start, end).map((k) => dot(q, k) * scale);
    }

    return V[0].map(() => 0);
  });
}
