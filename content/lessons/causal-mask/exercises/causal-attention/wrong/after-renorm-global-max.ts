// misconception: after-renorm-global-max
const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map(v => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map(v => v / z); };
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0));
export function causalAttention(Q: number[][], K: number[][], V: number[][]): number[][] {
  const d = Q[0].length;
  return Q.map((q, i) => {
    const s = K.map((k, j) => dot(q, k) / Math.sqrt(d));
    const w0 = softmax(s).map((p, j) => (j > i ? 0 : p));
    const z = w0.reduce((a, b) => a + b, 0);
    const w = w0.map(p => p / z);
    return mix(w, V);
  });
}
