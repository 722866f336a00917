// misconception: by-query-heads
export function cacheReduction(queryHeads: number, kvHeads: number): number {
  return queryHeads;
}
