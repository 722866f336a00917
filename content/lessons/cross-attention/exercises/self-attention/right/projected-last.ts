// weights first, then the mix of raw rows, and only then Wv
const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i], 0);
const through = (x: number[], W: number[][]): number[] => W[0].map((_, c) => dot(x, W.map((row) => row[c])));
export function selfAttention(X: number[][], Wq: number[][], Wk: number[][], Wv: number[][]): number[][] {
  const keys = X.map((y) => through(y, Wk));
  return X.map((x) => {
    const q = through(x, Wq).map((v) => v / Math.sqrt(Wq[0].length));
    const scores = keys.map((k) => dot(q, k));
    const lse = Math.max(...scores) + Math.log(scores.reduce((s, v) => s + Math.exp(v - Math.max(...scores)), 0));
    const context = X[0].map((_, c) => X.reduce((s, y, j) => s + Math.exp(scores[j] - lse) * y[c], 0));
    return through(context, Wv);
  });
}
