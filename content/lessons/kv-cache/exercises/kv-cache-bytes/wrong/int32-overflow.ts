// misconception: int32-overflow
export function kvCacheBytes({ layers, batch, seqLen, kvHeads, headDim, bytesPerElement }: Record<string, number>): number {
  return [layers, batch, seqLen, kvHeads, headDim, bytesPerElement].reduce(Math.imul, 2)
}
