// misconception: queries-counted
export function kvCacheBytes({ layers, batch, seqLen, kvHeads, headDim, bytesPerElement }: Record<string, number>): number {
  return 3 * layers * batch * seqLen * kvHeads * headDim * bytesPerElement
}
