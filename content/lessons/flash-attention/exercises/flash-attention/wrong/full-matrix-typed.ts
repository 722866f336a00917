// misconception: none
export function flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] {
  const n = Q.length, nk = K.length, d = Q[0].length;
  const S = new Float32Array(n * nk);
  const scale = 1 / Math.sqrt(d);
  for (let i = 0; i < n; i++) {
    let m = -Infinity;
    for (let j = 0; j < nk; j++) {
      let t = 0;
      for (let c = 0; c < d; c++) t += Q[i][c] * K[j][c];
      S[i * nk + j] = t * scale;
      m = Math.max(m, S[i * nk + j]);
    }
    for (let j = 0; j < nk; j++) S[i * nk + j] -= m;
  }
  return Q.map((_, i) => {
    const p = Array.from(S.subarray(i * nk, (i + 1) * nk), Math.exp), z = p.reduce((a, b) => a + b, 0);
    return V[0].map((_, c) => p.reduce((t, w, j) => t + w * V[j][c], 0) / z);
  });
}
