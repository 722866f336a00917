// misconception: budget-shared masked-zero
const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map(v => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map(v => v / z); };
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0));
const matmul = (A: number[][], B: number[][]): number[][] => A.map(r => B[0].map((_, c) => r.reduce((s, v, i) => s + v * B[i][c], 0)));
const att = (Q: number[][], K: number[][], V: number[][]): number[][] => Q.map(q => mix(softmax(K.map(k => dot(q, k) / Math.sqrt(q.length))), V));
export function slidingWindowAttention(Q: number[][], K: number[][], V: number[][], window: number, sinks: number): number[][] {
  const d = Q[0].length;
  const visible = (i: number, j: number): boolean => j <= i && (i - j < Math.max(1, window - sinks) || j < sinks);
  return Q.map((q, i) => {
    const s = K.map((k, j) => (visible(i, j) ? dot(q, k) / Math.sqrt(d) : 0));
    const w = softmax(s);
    return mix(w, V);
  });
}
