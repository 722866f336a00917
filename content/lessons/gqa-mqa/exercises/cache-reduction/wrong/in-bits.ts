// misconception: none
export function cacheReduction(queryHeads: number, kvHeads: number): number {
  return Math.log2(queryHeads / kvHeads);
}
