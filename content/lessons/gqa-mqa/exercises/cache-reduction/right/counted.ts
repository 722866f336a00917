// how often the KV heads fit into the query heads
export function cacheReduction(queryHeads: number, kvHeads: number): number {
  let times = 0
  for (let left = queryHeads; left > 0; left -= kvHeads) times++
  return times
}
