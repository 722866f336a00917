// misconception: by-kv-heads
export function cacheReduction(queryHeads: number, kvHeads: number): number {
  return kvHeads;
}
