export function mergeHeads(heads: number[][][]): number[][] {
  const w = heads[0][0].length;
  return heads[0].map((_, i) => {
    const row = new Float64Array(heads.length * w);
    heads.forEach((head, h) => row.set(head[i], h * w));
    return [...row];
  });
}
