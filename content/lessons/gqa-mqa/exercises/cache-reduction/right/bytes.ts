const bytes = (heads: number): number => 2 * heads * 128 * 2
export function cacheReduction(queryHeads: number, kvHeads: number): number {
  return bytes(queryHeads) / bytes(kvHeads)
}
