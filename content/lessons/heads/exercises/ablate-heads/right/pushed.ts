export function ablateHeads(heads: number[][][], keep: boolean[]): number[][] {
  const rows: number[][] = heads[0].map(() => []);
  heads.forEach((head, h) => {
    for (const [i, slice] of head.entries()) {
      for (const x of slice) rows[i].push(keep[h] ? x : 0);
    }
  });
  return rows;
}
