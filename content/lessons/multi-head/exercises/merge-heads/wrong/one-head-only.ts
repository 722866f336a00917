// misconception: one-head-only
export function mergeHeads(heads: number[][][]): number[][] {
  let out: number[][] = [];
  for (const head of heads) out = head.map((row) => row.slice());
  return out;
}
