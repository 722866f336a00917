export function mergeHeads(heads: number[][][]): number[][] {
  // Row i of the result holds row i of every head.

  return heads[0];
}
