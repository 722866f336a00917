// misconception: sum-over-steps
export function kvCacheBytes({ layers, batch, seqLen, kvHeads, headDim, bytesPerElement }: Record<string, number>): number {
  let total = 0
  for (let t = 1; t <= seqLen; t++) total += 2 * layers * batch * t * kvHeads * headDim * bytesPerElement
  return total
}
