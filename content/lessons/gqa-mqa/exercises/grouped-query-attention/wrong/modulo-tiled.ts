// misconception: modulo
const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => {
  const m = Math.max(...x);
  const e = x.map((v) => Math.exp(v - m));
  const z = e.reduce((a, b) => a + b, 0);
  return e.map((v) => v / z);
};
export function groupedQueryAttention(Q: number[][][], K: number[][][], V: number[][][]): number[][][] {
  // repeat the list of KV heads until it is long enough
  const tile = (M: number[][][]): number[][][] => {
    let all: number[][][] = [];
    while (all.length < Q.length) all = all.concat(M);
    return all;
  };
  const [keys, values] = [tile(K), tile(V)];
  return Q.map((q, i) => q.map((row) => {
    const w = softmax(keys[i].map((k) => dot(row, k) / Math.sqrt(row.length)));
    return values[i][0].map((_, c) => dot(w, values[i].map((v) => v[c])));
  }));
}
