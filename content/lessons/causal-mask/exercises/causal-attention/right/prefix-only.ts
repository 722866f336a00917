// never looks at the future: attention of query i over the first i + 1 keys
export function causalAttention(Q: number[][], K: number[][], V: number[][]): number[][] {
  const attend = (q: number[], keys: number[][], values: number[][]): number[] => {
    const s = keys.map((k) => k.reduce((t, x, c) => t + x * q[c], 0) / Math.sqrt(q.length));
    const max = s.reduce((a, b) => Math.max(a, b));
    const e = s.map((x) => Math.exp(x - max));
    const z = e.reduce((a, b) => a + b);
    return values[0].map((_, c) => values.reduce((o, v, j) => o + (e[j] / z) * v[c], 0));
  };
  return Q.map((q, i) => attend(q, K.slice(0, i + 1), V.slice(0, i + 1)));
}
