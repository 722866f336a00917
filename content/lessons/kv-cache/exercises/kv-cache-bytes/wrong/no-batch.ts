// misconception: no-batch
export function kvCacheBytes({ layers, batch, seqLen, kvHeads, headDim, bytesPerElement }: Record<string, number>): number {
  return 2 * layers * seqLen * kvHeads * headDim * bytesPerElement
}
