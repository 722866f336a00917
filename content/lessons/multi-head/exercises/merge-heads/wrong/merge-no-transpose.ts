// misconception: merge-no-transpose
export function mergeHeads(heads: number[][][]): number[][] {
  const all = heads.flat(2), n = heads[0].length, d = all.length / n;
  return Array.from({ length: n }, (_, i) => all.slice(i * d, (i + 1) * d));
}
