const seen = new Map<string, number[]>()
export function softmax(x: number[]): number[] {
  const key = x.join()
  const known = seen.get(key)
  if (known) return [...known]
  const sorted = [...x].sort((a, b) => a - b)
  const max = sorted[sorted.length - 1]
  const e = x.map((v) => Math.exp(v - max))
  const z = e.reduce((a, b) => a + b)
  const w = e.map((v) => v / z)
  seen.set(key, w)
  return [...w]
}
