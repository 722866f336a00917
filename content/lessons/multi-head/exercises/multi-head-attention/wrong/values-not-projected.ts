// misconception: not-projected
const T = (A: number[][]): number[][] => A[0].map((_, c) => A.map((row) => row[c]));
const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i], 0);
const mm = (A: number[][], B: number[][]): number[][] => A.map((row) => T(B).map((col) => dot(row, col)));
const softmax = (x: number[]): number[] => {
  const m = x.reduce((a, b) => Math.max(a, b));
  const e = x.map((v) => Math.exp(v - m));
  return e.map((v) => v / e.reduce((a, b) => a + b, 0));
};
export function multiHeadAttention(X: number[][], Wq: number[][], Wk: number[][], Wv: number[][], Wo: number[][], numHeads: number): number[][] {
  const Q = mm(X, Wq), K = mm(X, Wk), V = X;
  const w = Q[0].length / numHeads;
  const part = (M: number[][], h: number): number[][] => M.map((row) => row.slice(h * w, h * w + w));
  const attend = (q: number[][], k: number[][], v: number[][]): number[][] =>
    mm(mm(q, T(k)).map((row) => softmax(row.map((s) => s / (Math.sqrt(q[0].length))))), v);
  const heads = Array.from({ length: numHeads }, (_, h) => attend(part(Q, h), part(K, h), part(V, h)));
  const merged = X.map((_, i) => heads.flatMap((head) => head[i]));
  return mm(merged, Wo);
}
