// misconception: none
export function mergeHeads(heads: number[][][]): number[][] {
  heads[0].forEach((row, i) => heads.slice(1).forEach((head) => row.push(...head[i])));
  return heads[0];
}
