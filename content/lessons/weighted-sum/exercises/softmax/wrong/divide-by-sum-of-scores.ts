// misconception: divide-by-sum-of-scores
export function softmax(x: number[]): number[] {
  const max = Math.max(...x)
  const e = x.map((v) => Math.exp(v - max))
  const sum = x.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}
