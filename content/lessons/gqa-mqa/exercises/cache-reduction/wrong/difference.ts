// misconception: difference
export function cacheReduction(queryHeads: number, kvHeads: number): number {
  return queryHeads - kvHeads;
}
