// functional: the real pairs once, then attention over those
type Pair = { k: number[]; v: number[] };

export const paddedAttention = (Q: number[][], K: number[][], V: number[][], keyMask: boolean[]): number[][] => {
  const real: Pair[] = K.flatMap((k, j) => (keyMask[j] ? [{ k, v: V[j] }] : []));
  const score = (q: number[], { k }: Pair) => q.reduce((s, x, c) => s + (x / Math.sqrt(q.length)) * k[c], 0);
  return Q.map((q) => {
    const zeros = V[0].map(() => 0);
    if (real.length === 0) return zeros;
    const scores = real.map((p) => score(q, p));
    const exps = scores.map((s) => Math.exp(s - Math.max(...scores)));
    const total = exps.reduce((a, b) => a + b);
    return real.reduce((row, { v }, j) => row.map((x, c) => x + (exps[j] / total) * v[c]), zeros);
  });
};
