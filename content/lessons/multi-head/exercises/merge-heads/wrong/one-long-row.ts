// misconception: one-long-row
export function mergeHeads(heads: number[][][]): number[][] {
  return [heads.flat(2)];
}
