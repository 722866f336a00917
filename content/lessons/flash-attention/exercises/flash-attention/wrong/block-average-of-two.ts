// misconception: block-average
const dot = (a: number[], b: number[]) => a.reduce((t, x, i) => t + x * b[i], 0);
function softmax(x: number[]) {
  const m = Math.max(...x), e = x.map((v) => Math.exp(v - m)), z = e.reduce((a, b) => a + b, 0);
  return e.map((v) => v / z);
}
export function flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] {
  return Q.map((q) => {
    let out: number[] | undefined;
    for (let b = 0; b < K.length; b += blockSize) {
      const w = softmax(K.slice(b, b + blockSize).map((k) => dot(q, k) / Math.sqrt(q.length)));
      const part = V[0].map((_, c) => w.reduce((t, p, j) => t + p * V[b + j][c], 0));
      out = out ? out.map((x, c) => (x + part[c]) / 2) : part;
    }
    return out!;
  });
}
