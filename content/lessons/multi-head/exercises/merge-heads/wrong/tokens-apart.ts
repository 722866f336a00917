// misconception: tokens-apart
export function mergeHeads(heads: number[][][]): number[][] {
  return heads[0].map((_, i) => heads.map((head) => head[i])) as unknown as number[][];
}
