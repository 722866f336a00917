// every operation rounded to single precision
const f = Math.fround;
export function flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] {
  const scale = f(1 / Math.sqrt(Q[0].length));
  return Q.map((q) => {
    let m = -Infinity, l = 0;
    let o = V[0].map(() => 0);
    for (let b = 0; b < K.length; b += blockSize) {
      const s = K.slice(b, b + blockSize).map((k) => f(k.reduce((t, x, c) => f(t + f(f(x) * f(q[c]))), 0) * scale));
      const top = s.reduce((a, x) => Math.max(a, x), m);
      const keep = f(Math.exp(m - top));
      const p = s.map((x) => f(Math.exp(f(x - top))));
      l = p.reduce((a, x) => f(a + x), f(l * keep));
      o = o.map((x, c) => p.reduce((t, w, j) => f(t + f(w * f(V[b + j][c]))), f(x * keep)));
      m = top;
    }
    return o.map((x) => f(x / l));
  });
}
