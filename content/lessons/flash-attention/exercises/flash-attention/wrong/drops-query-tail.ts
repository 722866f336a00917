// misconception: drops-query-tail
export function flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] {
  const dv = V[0].length, scale = 1 / Math.sqrt(Q[0].length);
  const out = Q.map(() => new Array(dv).fill(0));
  const blocks = Math.floor(Q.length / blockSize);
  for (let qb = 0; qb < blocks; qb++) {
    for (let i = qb * blockSize; i < (qb + 1) * blockSize; i++) {
      let m = -Infinity, l = 0;
      for (let j = 0; j < K.length; j++) {
        let s = 0;
        for (let c = 0; c < Q[i].length; c++) s += Q[i][c] * K[j][c];
        s *= scale;
        const top = Math.max(m, s), keep = Math.exp(m - top), p = Math.exp(s - top);
        l = l * keep + p;
        for (let c = 0; c < dv; c++) out[i][c] = out[i][c] * keep + p * V[j][c];
        m = top;
      }
      for (let c = 0; c < dv; c++) out[i][c] /= l;
    }
  }
  return out;
}
