export function ablateHeads(heads: number[][][], keep: boolean[]): number[][] {
  const w = heads[0][0].length;
  return heads[0].map((_, i) =>
    Array.from({ length: heads.length * w }, (_, c) => {
      const h = Math.floor(c / w);
      return keep[h] ? heads[h][i][c % w] : 0;
    }),
  );
}
