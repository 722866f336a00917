// misconception: reversed-merge
export function mergeHeads(heads: number[][][]): number[][] {
  return heads[0].map((_, i) => heads.reduceRight((row, head) => row.concat(head[i]), [] as number[]));
}
