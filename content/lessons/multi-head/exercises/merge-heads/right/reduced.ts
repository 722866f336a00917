export function mergeHeads(heads: number[][][]): number[][] {
  return heads.reduce((left, right) => left.map((row, i) => [...row, ...right[i]]));
}
