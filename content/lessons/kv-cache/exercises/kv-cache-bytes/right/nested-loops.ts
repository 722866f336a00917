// Adds up layer by layer, keys and values apart.
export function kvCacheBytes({ layers, batch, seqLen, kvHeads, headDim, bytesPerElement }: Record<string, number>): number {
  const vector = kvHeads * headDim * bytesPerElement
  let total = 0
  for (let layer = 0; layer < layers; layer++) {
    for (const rows of [batch * seqLen, batch * seqLen]) total += rows * vector
  }
  return total
}
