// misconception: none
export function flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] {
  const scale = 1 / Math.sqrt(Q[0].length);
  const tiles: number[][][] = [];
  for (let b = 0; b < K.length; b += blockSize)
    tiles.push(Q.map((q) => K.slice(b, b + blockSize).map((k) => k.reduce((t, x, c) => t + x * q[c], 0) * scale)));
  return Q.map((_, i) => {
    let m = -Infinity, l = 0, o = V[0].map(() => 0);
    tiles.forEach((tile, t) => {
      const top = Math.max(m, ...tile[i]), keep = Math.exp(m - top), p = tile[i].map((s) => Math.exp(s - top));
      l = l * keep + p.reduce((a, x) => a + x, 0);
      o = o.map((x, c) => x * keep + p.reduce((sum, w, j) => sum + w * V[t * blockSize + j][c], 0));
      m = top;
    });
    return o.map((x) => x / l);
  });
}
