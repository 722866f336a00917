export function attentionCost(n: number, d: number): { multiplyAdds: number; scoreEntries: number } {
  // Every query meets every key.
  const scoreEntries = n * n
  // Each score is a dot product of width d. Each weight
  // then multiplies a value, which is d wide as well.
  const multiplyAdds = 2 * scoreEntries * d
  return { multiplyAdds, scoreEntries }
}
