// misconception: squared
export function cacheReduction(queryHeads: number, kvHeads: number): number {
  return Math.pow(queryHeads / kvHeads, 2);
}
