// misconception: sum-heads
export function mergeHeads(heads: number[][][]): number[][] {
  return heads[0].map((row, i) => row.map((_, c) => heads.reduce((s, head) => s + head[i][c], 0)));
}
