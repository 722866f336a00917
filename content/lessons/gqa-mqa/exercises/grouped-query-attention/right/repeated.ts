// repeat each KV head h/g times, then it is multi-head attention
const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => {
  const m = Math.max(...x);
  const e = x.map((v) => Math.exp(v - m));
  const z = e.reduce((a, b) => a + b, 0);
  return e.map((v) => v / z);
};
export function groupedQueryAttention(Q: number[][][], K: number[][][], V: number[][][]): number[][][] {
  const times = Q.length / K.length;
  const repeat = (M: number[][][]) => M.flatMap((head) => Array.from({ length: times }, () => head));
  const keys = repeat(K), values = repeat(V);
  return Q.map((q, i) => q.map((row) => {
    const w = softmax(keys[i].map((k) => dot(row, k) / Math.sqrt(k.length)));
    return values[i][0].map((_, c) => w.reduce((s, p, j) => s + p * values[i][j][c], 0));
  }));
}
