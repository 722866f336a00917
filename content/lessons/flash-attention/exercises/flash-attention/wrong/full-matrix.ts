// misconception: none
const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map(v => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map(v => v / z); };
export function flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] {
  const S = Q.map(q => K.map(k => dot(q, k) / Math.sqrt(q.length)));
  const W = S.map(softmax);
  return W.map(w => V[0].map((_, c) => w.reduce((t, p, j) => t + p * V[j][c], 0)));
}
