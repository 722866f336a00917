// misconception: divide-by-hkv k-shared-v-per-head
const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map(v => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map(v => v / z); };
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0));
const matmul = (A: number[][], B: number[][]): number[][] => A.map(r => B[0].map((_, c) => r.reduce((s, v, i) => s + v * B[i][c], 0)));
const att = (Q: number[][], K: number[][], V: number[][]): number[][] => Q.map(q => mix(softmax(K.map(k => dot(q, k) / Math.sqrt(q.length))), V));
export function groupedQueryAttention(Q: number[][][], K: number[][][], V: number[][][]): number[][][] {
  const group = Q.length / K.length;
  return Q.map((q, h) => {
    const kv = Math.min(K.length - 1, Math.floor(h / K.length));
    return att(q, K[kv], V[Math.min(h, V.length - 1)]);
  });
}
