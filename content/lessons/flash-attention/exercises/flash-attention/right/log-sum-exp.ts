// keeps the log-sum-exp in place of maximum and sum, and a normalised output
const logAdd = (a: number, b: number) => {
  const m = Math.max(a, b);
  return m === -Infinity ? m : m + Math.log(Math.exp(a - m) + Math.exp(b - m));
};
export function flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] {
  return Q.map((q) => {
    let lse = -Infinity;
    let o = V[0].map(() => 0);
    for (let b = 0; b < K.length; b += blockSize) {
      const s = K.slice(b, b + blockSize).map((k) => k.reduce((t, x, c) => t + x * q[c], 0) / Math.sqrt(q.length));
      const m = Math.max(...s);
      const block = m + Math.log(s.reduce((t, x) => t + Math.exp(x - m), 0));
      const next = logAdd(lse, block);
      o = o.map((x, c) => x * Math.exp(lse - next) + s.reduce((t, x2, j) => t + Math.exp(x2 - next) * V[b + j][c], 0));
      lse = next;
    }
    return o;
  });
}
