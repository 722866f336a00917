// misconception: in-gibibytes
export function kvCacheBytes({ layers, batch, seqLen, kvHeads, headDim, bytesPerElement }: Record<string, number>): number {
  return (2 * layers * batch * seqLen * kvHeads * headDim * bytesPerElement) / 1024 ** 3
}
