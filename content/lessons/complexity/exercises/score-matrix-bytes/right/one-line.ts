export const scoreMatrixBytes = (o: { n: number; heads: number; layers: number; bytesPerElement: number }) =>
  o.layers * o.heads * o.n ** 2 * o.bytesPerElement
