// misconception: inverted
export function cacheReduction(queryHeads: number, kvHeads: number): number {
  return kvHeads / queryHeads;
}
