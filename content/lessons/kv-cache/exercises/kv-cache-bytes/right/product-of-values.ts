// All fields are factors, in whatever order.
export function kvCacheBytes(size: Record<string, number>): number {
  return Object.values(size).reduce((product, factor) => product * factor, 2)
}
