// misconception: outputs-out-of-order
const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => {
  const m = Math.max(...x);
  const e = x.map((v) => Math.exp(v - m));
  const z = e.reduce((a, b) => a + b, 0);
  return e.map((v) => v / z);
};
export function groupedQueryAttention(Q: number[][][], K: number[][][], V: number[][][]): number[][][] {
  const [h, g] = [Q.length, K.length];
  const out: number[][][] = [];
  for (let kv = 0; kv < g; kv++)
    for (let i = kv; i < h; i += g)
      out.push(Q[i].map((row) => {
        const w = softmax(K[kv].map((k) => dot(row, k) / Math.sqrt(row.length)));
        return V[kv][0].map((_, c) => w.reduce((s, p, j) => s + p * V[kv][j][c], 0));
      }));
  return out;
}
