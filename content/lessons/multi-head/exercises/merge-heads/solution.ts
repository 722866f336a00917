export function mergeHeads(heads: number[][][]): number[][] {
  // Token by token: the slices of all heads, in order, as one row.
  return heads[0].map((_, i) => heads.flatMap((head) => head[i]));
}
