interface ScoreSize {
  n: number
  heads: number
  layers: number
  bytesPerElement: number
}

export function scoreMatrixBytes({ n, heads, layers, bytesPerElement }: ScoreSize): number {
  // One head of one layer: every query with every key.
  const scoreEntries = n * n
  // Every head of every layer has scores of its own.
  return layers * heads * scoreEntries * bytesPerElement
}
