// misconception: shared-max
export function flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] {
  const scale = 1 / Math.sqrt(Q[0].length);
  const l = Q.map(() => 0), o = Q.map(() => V[0].map(() => 0));
  let m = -Infinity;
  for (let b = 0; b < K.length; b += blockSize) {
    const Kb = K.slice(b, b + blockSize);
    const S = Q.map((q) => Kb.map((k) => q.reduce((t, x, c) => t + x * k[c], 0) * scale));
    const top = Math.max(m, ...S.flat());
    const keep = Math.exp(m - top);
    S.forEach((row, i) => {
      const p = row.map((s) => Math.exp(s - top));
      l[i] = l[i] * keep + p.reduce((a, x) => a + x, 0);
      o[i] = o[i].map((x, c) => x * keep + p.reduce((t, w, j) => t + w * V[b + j][c], 0));
    });
    m = top;
  }
  return o.map((row, i) => row.map((x) => x / l[i]));
}
