// every step rounded to single precision, typed arrays inside
const f = Math.fround;
export function groupedQueryAttention(Q: number[][][], K: number[][][], V: number[][][]): number[][][] {
  const groups = K.length, perGroup = (Q.length / groups) | 0;
  return Q.map((q, i) => {
    const kv = (i / perGroup) | 0;
    return q.map((row) => {
      const s = Float32Array.from(K[kv], (k) => f(k.reduce((t, x, c) => f(t + f(f(x) * f(row[c]))), 0) / f(Math.sqrt(row.length))));
      const max = s.reduce((a, b) => Math.max(a, b));
      const e = s.map((x) => Math.exp(x - max));
      const z = e.reduce((a, b) => f(a + b), 0);
      const o = new Float32Array(V[kv][0].length);
      V[kv].forEach((v, j) => v.forEach((x, c) => { o[c] += f(f(e[j] / z) * f(x)); }));
      return [...o];
    });
  });
}
