interface CacheSize {
  layers: number
  batch: number
  seqLen: number
  kvHeads: number
  headDim: number
  bytesPerElement: number
}

export function kvCacheBytes({ layers, batch, seqLen, kvHeads, headDim, bytesPerElement }: CacheSize): number {
  // One token adds a key and a value in every KV head of every layer.
  const bytesPerToken = 2 * layers * kvHeads * headDim * bytesPerElement
  // Every sequence of the batch has its own cache.
  return batch * seqLen * bytesPerToken
}
