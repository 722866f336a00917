// misconception: no-layers
export function kvCacheBytes({ layers, batch, seqLen, kvHeads, headDim, bytesPerElement }: Record<string, number>): number {
  return 2 * batch * seqLen * kvHeads * headDim * bytesPerElement
}
