// A product of factors, in any order.
export function scoreMatrixBytes(opts: { n: number; heads: number; layers: number; bytesPerElement: number }): number {
  const { n, heads, layers, bytesPerElement } = opts
  return [bytesPerElement, n, layers, n, heads].reduce((product, factor) => product * factor, 1)
}
