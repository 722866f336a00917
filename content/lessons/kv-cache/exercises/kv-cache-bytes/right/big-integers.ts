// Exact whatever the size.
export function kvCacheBytes({ layers, batch, seqLen, kvHeads, headDim, bytesPerElement }: Record<string, number>): number {
  const factors = [2, layers, batch, seqLen, kvHeads, headDim, bytesPerElement]
  return Number(factors.map(BigInt).reduce((a, b) => a * b))
}
