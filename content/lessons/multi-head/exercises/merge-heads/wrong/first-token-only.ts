// misconception: first-token-only
export function mergeHeads(heads: number[][][]): number[][] {
  return heads[0].map(() => heads.flatMap((head) => head[0]));
}
