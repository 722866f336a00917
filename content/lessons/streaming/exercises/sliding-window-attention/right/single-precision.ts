const f = Math.fround;
export const slidingWindowAttention = (Q: number[][], K: number[][], V: number[][], window: number, sinks: number): number[][] =>
  Q.map((q, i) => {
    const at = K.map((_, j) => j).filter((j) => j <= i && !(i - j >= window && j >= sinks));
    const s = at.map((j) => f(f(K[j].reduce((t, x, c) => f(t + f(f(x) * f(q[c]))), 0)) / f(Math.sqrt(q.length))));
    const top = s.reduce((a, b) => (a > b ? a : b));
    const e = s.map((x) => f(Math.exp(f(x - top))));
    const z = e.reduce((a, b) => f(a + b), 0);
    return V[0].map((_, c) => at.reduce((t, j, k) => f(t + f(f(e[k] / z) * f(V[j][c]))), 0));
  });
