const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map(v => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map(v => v / z); };
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0));
export function causalAttention(Q: number[][], K: number[][], V: number[][]): number[][] {
  const d = Q[0].length;
  return Q.map((q, i) => {
    const s = K.map((k, j) => j <= i ? dot(q, k) / Math.sqrt(d) : -Infinity);
    const w = softmax(s);
    return mix(w, V);
  });
}
