// every number rounded to single precision
const f = Math.fround;
const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let s = 0;
  for (let i = 0; i < a.length; i++) s = f(s + f(f(a[i]) * f(b[i])));
  return s;
};
const project = (A: number[][], W: number[][]): Float32Array[] => {
  const columns = W[0].map((_, c) => Float32Array.from(W, (row) => row[c]));
  return A.map((row) => Float32Array.from(columns, (col) => dot(row, col)));
};
export function selfAttention(X: number[][], Wq: number[][], Wk: number[][], Wv: number[][]): number[][] {
  const K = project(X, Wk), V = project(X, Wv);
  return project(X, Wq).map((q) => {
    const s = Float32Array.from(K, (k) => f(dot(q, k) / f(Math.sqrt(q.length))));
    const m = Math.max(...s);
    const e = s.map((v) => Math.exp(v - m));
    const z = e.reduce((a, b) => f(a + b), 0);
    return Array.from(V[0], (_, c) => f(dot(e, V.map((v) => v[c])) / z));
  });
}
