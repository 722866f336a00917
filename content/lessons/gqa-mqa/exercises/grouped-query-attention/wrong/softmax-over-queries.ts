// misconception: softmax-over-queries
const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => {
  const m = Math.max(...x);
  const e = x.map((v) => Math.exp(v - m));
  const z = e.reduce((a, b) => a + b, 0);
  return e.map((v) => v / z);
};
export function groupedQueryAttention(Q: number[][][], K: number[][][], V: number[][][]): number[][][] {
  const group = Q.length / K.length;
  return Q.map((q, i) => {
    const [k, v] = [K[Math.floor(i / group)], V[Math.floor(i / group)]];
    const columns = k.map((key) => softmax(q.map((row) => dot(row, key) / Math.sqrt(key.length))));
    return q.map((_, t) => v[0].map((_, c) => columns.reduce((s, col, j) => s + col[t] * v[j][c], 0)));
  });
}
