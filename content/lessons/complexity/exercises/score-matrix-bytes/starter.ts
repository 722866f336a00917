interface ScoreSize {
  n: number
  heads: number
  layers: number
  bytesPerElement: number
}

/** Bytes of all score matrices of a model, kept at once. */
export function scoreMatrixBytes({ n, heads, layers, bytesPerElement }: ScoreSize): number {
  // One head of one layer. What is missing?
  return n * n * bytesPerElement
}
