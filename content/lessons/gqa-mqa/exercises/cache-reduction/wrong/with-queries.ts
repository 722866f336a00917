// misconception: with-queries
export function cacheReduction(queryHeads: number, kvHeads: number): number {
  return (queryHeads * 3) / (queryHeads + kvHeads + kvHeads);
}
