// Adds up head by head.
export function scoreMatrixBytes({ n, heads, layers, bytesPerElement }: Record<string, number>): number {
  let total = 0
  for (let layer = 0; layer < layers; layer++) {
    for (let head = 0; head < heads; head++) total += n * n * bytesPerElement
  }
  return total
}
