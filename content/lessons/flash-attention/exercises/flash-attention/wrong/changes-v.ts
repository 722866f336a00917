// misconception: none
export function flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] {
  const scale = 1 / Math.sqrt(Q[0].length);
  return Q.map((q) => {
    let m = -Infinity, l = 0;
    const o = V[0].map(() => 0);
    for (let b = 0; b < K.length; b += blockSize) {
      const Kb = K.slice(b, b + blockSize), Vb = V.slice(b, b + blockSize);
      const s = Kb.map((k) => k.reduce((t, x, c) => t + x * q[c], 0) * scale);
      const top = Math.max(m, ...s), keep = Math.exp(m - top);
      l *= keep;
      for (let c = 0; c < o.length; c++) o[c] *= keep;
      Vb.forEach((v, j) => {
        const p = Math.exp(s[j] - top);
        l += p;
        for (let c = 0; c < o.length; c++) { v[c] *= p; o[c] += v[c]; v[c] /= p || 1; }
        v[0] += 1e-12;
      });
      m = top;
    }
    return o.map((x) => x / l);
  });
}
