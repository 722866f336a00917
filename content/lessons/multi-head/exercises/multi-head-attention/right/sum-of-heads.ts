// concat(heads) · Wo = Σ head · Wo_h: each head adds its own vector, nothing is concatenated
const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i], 0);
const columns = (W: number[][], from: number, to: number): number[][] =>
  Array.from({ length: to - from }, (_, c) => W.map((row) => row[from + c]));
export function multiHeadAttention(X: number[][], Wq: number[][], Wk: number[][], Wv: number[][], Wo: number[][], numHeads: number): number[][] {
  const w = X[0].length / numHeads;
  const out = X.map(() => Wo[0].map(() => 0));
  for (let h = 0; h < numHeads; h++) {
    const [q, k, v] = [Wq, Wk, Wv].map((W) => {
      const cols = columns(W, h * w, h * w + w);
      return X.map((x) => cols.map((col) => dot(x, col)));
    });
    const mine = Wo.slice(h * w, (h + 1) * w);
    q.forEach((a, i) => {
      const s = k.map((b) => dot(a, b) * w ** -0.5);
      const top = Math.max(...s), e = s.map((x) => Math.exp(x - top)), z = e.reduce((x, y) => x + y);
      v.forEach((value, j) => mine.forEach((row, c) => row.forEach((x, o) => { out[i][o] += (e[j] / z) * value[c] * x; })));
    });
  }
  return out;
}
