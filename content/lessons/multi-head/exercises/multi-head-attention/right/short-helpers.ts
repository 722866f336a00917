const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map(v => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map(v => v / z); };
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0));
const matmul = (A: number[][], B: number[][]): number[][] => A.map(r => B[0].map((_, c) => r.reduce((s, v, i) => s + v * B[i][c], 0)));
export function multiHeadAttention(X: number[][], Wq: number[][], Wk: number[][], Wv: number[][], Wo: number[][], numHeads: number): number[][] {
  const Q = matmul(X, Wq);
  const K = matmul(X, Wk);
  const V = matmul(X, Wv);
  const dh = Q[0].length / numHeads;
  const scale = 1 / Math.sqrt(dh);
  const split = (M: number[][], h: number) => M.map(r => r.slice(h * dh, (h + 1) * dh));
  const heads: number[][][] = [];
  for (let h = 0; h < numHeads; h++) {
    const q = split(Q, h), k = split(K, h), v = split(V, h);
    heads.push(q.map(a => mix(softmax(k.map(b => dot(a, b) * scale)), v)));
  }
  const merged = X.map((_, i) => heads.flatMap(o => o[i]));
  return matmul(merged, Wo);
}
