const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map(v => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map(v => v / z); };
export function slidingWindowAttention(Q: number[][], K: number[][], V: number[][], window: number, sinks: number): number[][] {
  const d = Q[0].length, n = Q.length;
  const visible = (i: number, j: number): boolean => j <= i && (i - j < window || j < sinks);
  return Q.map((q, i) => {
    const s = K.map((k, j) => (visible(i, j) ? dot(q, k) * (1 / Math.sqrt(d)) : -Infinity));
    const w = softmax(s);
    return V[0].map((_, c) => w.reduce((t, p, j) => t + p * V[j][c], 0));
  });
}
