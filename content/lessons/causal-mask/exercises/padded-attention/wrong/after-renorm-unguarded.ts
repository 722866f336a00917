// misconception: after-renorm-global-max all-masked-nan
const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map(v => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map(v => v / z); };
export function paddedAttention(Q: number[][], K: number[][], V: number[][], keyMask: boolean[]): number[][] {
  const scale = 1 / Math.sqrt(Q[0].length);
  return Q.map((q, i) => {
    const all = softmax(K.map((k) => dot(q, k) * scale)).map((p, j) => (keyMask[j] ? p : 0));
    const left = all.reduce((a, b) => a + b, 0);
    const w = all.map((p) => p / left);
    return V[0].map((_, c) => w.reduce((o, p, j) => o + p * V[j][c], 0));
  });
}
