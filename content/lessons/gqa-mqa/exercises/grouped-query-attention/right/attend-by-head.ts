const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map(v => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map(v => v / z); };
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0));
const att = (Q: number[][], K: number[][], V: number[][]): number[][] => Q.map(q => mix(softmax(K.map(k => dot(q, k) / Math.sqrt(q.length))), V));
export function groupedQueryAttention(Q: number[][][], K: number[][][], V: number[][][]): number[][][] {
  const group = Q.length / K.length;
  return Q.map((q, h) => {
    const kv = Math.floor(h / group);
    return att(q, K[kv], V[kv]);
  });
}
