const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map(v => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map(v => v / z); };
export function paddedAttention(Q: number[][], K: number[][], V: number[][], keyMask: boolean[]): number[][] {
  if (!keyMask.includes(true)) return Q.map(() => V[0].map(() => 0));
  const scale = 1 / Math.sqrt(Q[0].length);
  return Q.map((q, i) => {
    const w = softmax(K.map((k, j) => (keyMask[j] ? dot(q, k) * scale : -Infinity)));
    return V[0].map((_, c) => w.reduce((o, p, j) => o + p * V[j][c], 0));
  });
}
