interface CacheSize {
  layers: number
  batch: number
  seqLen: number
  kvHeads: number
  headDim: number
  bytesPerElement: number
}

/** Bytes of a KV cache. */
export function kvCacheBytes({ layers, batch, seqLen, kvHeads, headDim, bytesPerElement }: CacheSize): number {
  // The formula that many notes give. Which part of the model does it count?
  return 2 * seqLen * kvHeads * headDim * bytesPerElement
}
