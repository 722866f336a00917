const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map(v => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map(v => v / z); };
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0));
const matmul = (A: number[][], B: number[][]): number[][] => A.map(r => B[0].map((_, c) => r.reduce((s, v, i) => s + v * B[i][c], 0)));
export function crossAttention(X: number[][], Y: number[][], Wq: number[][], Wk: number[][], Wv: number[][]): number[][] {
  const Q = matmul(X, Wq);
  const K = matmul(Y, Wk);
  const V = matmul(Y, Wv);
  const scale = 1 / Math.sqrt(Q[0].length);
  return Q.map((q, i) => {
    const s = K.map(k => dot(q, k) * scale);
    return mix(softmax(s), V);
  });
}
