// n × d → n × heads × w → heads × n × w and back, with a memoised softmax row
type Tensor = number[][][];
const swapAxes = (A: Tensor): Tensor => A[0].map((_, h) => A.map((rows) => rows[h]));
const chunk = (row: number[], w: number): number[][] => (row.length ? [row.slice(0, w), ...chunk(row.slice(w), w)] : []);
const mul = (A: number[][], B: number[][]): number[][] => A.map((a) => B[0].map((_, c) => a.reduce((s, x, k) => s + x * B[k][c], 0)));
export function multiHeadAttention(X: number[][], Wq: number[][], Wk: number[][], Wv: number[][], Wo: number[][], numHeads: number): number[][] {
  const w = Wq[0].length / numHeads;
  const heads = (W: number[][]): Tensor => swapAxes(mul(X, W).map((row) => chunk(row, w)));
  const [q, k, v] = [heads(Wq), heads(Wk), heads(Wv)];
  const out = q.map((rows, h) => rows.map((a) => {
    const scores = k[h].map((b) => b.reduce((s, x, c) => s + (x / Math.sqrt(w)) * a[c], 0));
    const kept = new Map<number, number>();
    const max = scores.reduce((m, s) => (s > m ? s : m), -Infinity);
    const exp = (s: number): number => {
      if (!kept.has(s)) kept.set(s, Math.exp(s - max));
      return kept.get(s) as number;
    };
    const total = scores.reduce((t, s) => t + exp(s), 0);
    return v[h][0].map((_, c) => scores.reduce((t, s, j) => t + exp(s) * v[h][j][c], 0) / total);
  }));
  return mul(swapAxes(out).map((row) => row.flat()), Wo);
}
