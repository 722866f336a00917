export function ablateHeads(heads: number[][][], keep: boolean[]): number[][] {
  const n = heads[0].length;
  const w = heads[0][0].length;
  const out = Array.from({ length: n }, () => new Array<number>(heads.length * w).fill(0));
  for (let h = 0; h < heads.length; h++) {
    if (!keep[h]) continue;
    for (let i = 0; i < n; i++) {
      for (let c = 0; c < w; c++) out[i][h * w + c] = heads[h][i][c];
    }
  }
  return out;
}
