const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => {
  const m = Math.max(...x);
  const e = x.map((v) => Math.exp(v - m));
  const z = e.reduce((a, b) => a + b, 0);
  return e.map((v) => v / z);
};
export function groupedQueryAttention(Q: number[][][], K: number[][][], V: number[][][]): number[][][] {
  const [h, g] = [Q.length, K.length];
  return Q.map((q, i) => {
    const [keys, values] = [K[Math.floor(i / (h / g))], V[Math.floor(i / (h / g))]];
    return q.map((row) => {
      const w = softmax(keys.map((k) => dot(row, k) / (Math.sqrt(q[0].length))));
      return values[0].map((_, c) => w.reduce((s, p, j) => s + p * values[j][c], 0));
    });
  });
}
