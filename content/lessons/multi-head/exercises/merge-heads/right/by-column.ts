export function mergeHeads(heads: number[][][]): number[][] {
  const w = heads[0][0].length;
  return heads[0].map((_, i) => Array.from({ length: heads.length * w }, (_, c) => heads[Math.floor(c / w)][i][c % w]));
}
