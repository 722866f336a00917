export function cacheReduction(queryHeads: number, kvHeads: number): number {
  // Full multi-head attention caches keys and values of every head;
  // here only those of the KV heads are kept. All else is the same.
  return queryHeads / kvHeads;
}
