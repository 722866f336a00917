// misconception: stacked-heads
export function mergeHeads(heads: number[][][]): number[][] {
  return heads.reduce((all, head) => all.concat(head), [] as number[][]);
}
