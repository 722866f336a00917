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

export function slidingWindowAttention(
  Q: number[][], K: number[][], V: number[][], window: number, sinks: number,
): number[][] {
  const scale = 1 / Math.sqrt(Q[0].length);

  return Q.map((q, i) => {
    // The window counts token i itself. A sink inside of it is in the list once.
    const first = Math.max(0, i - window + 1);
    const keys: number[] = [];
    for (let j = 0; j < Math.min(sinks, first); j++) keys.push(j);
    for (let j = first; j <= i; j++) keys.push(j);

    // What is not seen is not scored, so there is nothing to mask.
    const weights = softmax(keys.map((j) => dot(q, K[j]) * scale));
    return V[0].map((_, c) => keys.reduce((sum, j, t) => sum + weights[t] * V[j][c], 0));
  });
}
