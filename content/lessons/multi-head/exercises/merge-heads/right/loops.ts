export function mergeHeads(heads: number[][][]): number[][] {
  const out: number[][] = [];
  for (let i = 0; i < heads[0].length; i++) {
    const row: number[] = [];
    for (const head of heads) for (const x of head[i]) row.push(x);
    out.push(row);
  }
  return out;
}
