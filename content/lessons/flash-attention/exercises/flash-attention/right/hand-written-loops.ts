export function flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] {
  const n = Q.length, nk = K.length, d = Q[0].length, dv = V[0].length;
  const scale = 1 / Math.sqrt(d);
  const O: number[][] = [];
  for (let i = 0; i < n; i++) {
    let m = -Infinity, l = 0;
    const o: number[] = new Array(dv).fill(0);
    for (let b = 0; b < nk; b += blockSize) {
      const hi = Math.min(b + blockSize, nk);
      const s: number[] = [];
      let top = m;
      for (let j = b; j < hi; j++) {
        let t = 0;
        for (let c = 0; c < d; c++) t += Q[i][c] * K[j][c];
        s.push(t * scale);
        if (t * scale > top) top = t * scale;
      }
      const a = Math.exp(m - top);
      m = top;
      l *= a;
      for (let c = 0; c < dv; c++) o[c] *= a;
      for (let j = 0; j < s.length; j++) {
        const p = Math.exp(s[j] - m);
        l += p;
        for (let c = 0; c < dv; c++) o[c] += p * (V[b + j]?.[c] ?? 0);
      }
    }
    O.push(o.map((x) => x / l));
  }
  return O;
}
