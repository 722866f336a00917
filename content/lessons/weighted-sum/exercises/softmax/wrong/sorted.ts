// misconception: sorted
export function softmax(x: number[]): number[] {
  const sorted = [...x].sort((a, b) => b - a)
  const max = sorted[0]
  const e = sorted.map((v) => Math.exp(v - max))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}
