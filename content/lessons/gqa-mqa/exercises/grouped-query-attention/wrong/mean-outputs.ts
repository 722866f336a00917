// misconception: mean-outputs
const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => {
  const m = Math.max(...x);
  const e = x.map((v) => Math.exp(v - m));
  const z = e.reduce((a, b) => a + b, 0);
  return e.map((v) => v / z);
};
export function groupedQueryAttention(Q: number[][][], K: number[][][], V: number[][][]): number[][][] {
  const group = Q.length / K.length;
  const attend = (q: number[][], k: number[][], v: number[][]) => q.map((row) => {
    const w = softmax(k.map((key) => dot(row, key) / Math.sqrt(row.length)));
    return v[0].map((_, c) => w.reduce((s, p, j) => s + p * v[j][c], 0));
  });
  return K.map((k, j) => {
    const outs = Q.slice(j * group, (j + 1) * group).map((q) => attend(q, k, V[j]));
    return outs[0].map((row, t) => row.map((_, c) => outs.reduce((s, o) => s + o[t][c], 0) / group));
  });
}
