// misconception: prefix-mean
const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0));
export function causalAttention(Q: number[][], K: number[][], V: number[][]): number[][] {
  const d = Q[0].length;
  return Q.map((q, i) => {
    const s = K.map((k, j) => (j > i ? -Infinity : dot(q, k) / Math.sqrt(d)));
    const w = s.map((_, j) => (j <= i ? 1 / (i + 1) : 0));
    return mix(w, V);
  });
}
