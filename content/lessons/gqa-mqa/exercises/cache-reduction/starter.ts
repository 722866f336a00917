export function cacheReduction(queryHeads: number, kvHeads: number): number {
  // How many times smaller than with full multi-head attention?
  return queryHeads;
}
