// misconception: mean-queries
const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => {
  const m = Math.max(...x);
  const e = x.map((v) => Math.exp(v - m));
  const z = e.reduce((a, b) => a + b, 0);
  return e.map((v) => v / z);
};
export function groupedQueryAttention(Q: number[][][], K: number[][][], V: number[][][]): number[][][] {
  const [h, g] = [Q.length, K.length];
  const group = h / g;
  const mean = (i: number): number[][] => {
    const first = Math.floor(i / group) * group;
    return Q[i].map((row, t) => row.map((_, c) => {
      let s = 0;
      for (let m = 0; m < group; m++) s += Q[first + m][t][c];
      return s / group;
    }));
  };
  return Q.map((_, i) => mean(i)).map((q, i) => {
    const [keys, values] = [K[Math.floor(i / (h / g))], V[Math.floor(i / (h / g))]];
    return q.map((row) => {
      const w = softmax(keys.map((k) => dot(row, k) / (Math.sqrt(q[0].length))));
      return values[0].map((_, c) => w.reduce((s, p, j) => s + p * values[j][c], 0));
    });
  });
}
