// walks over the KV heads; the outputs of a group are neighbours
const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => {
  const m = Math.max(...x);
  const e = x.map((v) => Math.exp(v - m));
  const z = e.reduce((a, b) => a + b, 0);
  return e.map((v) => v / z);
};
const transpose = (A: number[][]) => A[0].map((_, c) => A.map((r) => r[c]));
export function groupedQueryAttention(Q: number[][][], K: number[][][], V: number[][][]): number[][][] {
  const size = Q.length / K.length;
  const out: number[][][] = [];
  K.forEach((k, kv) => {
    const columns = transpose(V[kv]);
    for (let m = 0; m < size; m++) {
      const q = Q[kv * size + m];
      const weights = q.map((row) => softmax(k.map((key) => dot(row, key) * key.length ** -0.5)));
      out[kv * size + m] = weights.map((w) => columns.map((col) => dot(w, col)));
    }
  });
  return out;
}
