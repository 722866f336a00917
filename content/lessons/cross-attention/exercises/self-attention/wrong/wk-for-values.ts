// misconception: wk-for-values
type M = number[][];
const T = (A: M): M => A[0].map((_, c) => A.map((r) => r[c]));
const mm = (A: M, B: M): M => { const t = T(B); return A.map((r) => t.map((col) => r.reduce((s, x, i) => s + x * col[i], 0))); };
const softmax = (r: number[]): number[] => {
  const m = r.reduce((a, b) => Math.max(a, b));
  const e = r.map((x) => Math.exp(x - m));
  const z = e.reduce((a, b) => a + b);
  return e.map((x) => x / z);
};
export const selfAttention = (X: M, Wq: M, Wk: M, Wv: M): M => {
  const Q = mm(X, Wq), K = mm(X, Wk), V = K;
  const S = mm(Q, T(K)).map((r) => r.map((x) => x / (Math.sqrt(K[0].length))));
  const P = S.map((r, i) => softmax(r));
  return mm(P, V);
};
