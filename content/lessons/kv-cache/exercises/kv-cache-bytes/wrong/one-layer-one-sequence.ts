// misconception: one-layer-one-sequence
export function kvCacheBytes({ layers, batch, seqLen, kvHeads, headDim, bytesPerElement }: Record<string, number>): number {
  return 2 * seqLen * kvHeads * headDim * bytesPerElement
}
