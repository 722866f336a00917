// misconception: no-values
export function kvCacheBytes({ layers, batch, seqLen, kvHeads, headDim, bytesPerElement }: Record<string, number>): number {
  return layers * batch * seqLen * kvHeads * headDim * bytesPerElement
}
