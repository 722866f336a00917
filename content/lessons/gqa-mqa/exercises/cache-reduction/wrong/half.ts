// misconception: half
export function cacheReduction(queryHeads: number, kvHeads: number): number {
  return queryHeads / (2 * kvHeads);
}
