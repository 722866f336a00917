// misconception: strided-merge
export function mergeHeads(heads: number[][][]): number[][] {
  const h = heads.length, w = heads[0][0].length;
  return heads[0].map((_, i) => Array.from({ length: h * w }, (_, c) => heads[c % h][i][Math.floor(c / h)]));
}
