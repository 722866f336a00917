// misconception: unshifted-sum
export function softmax(x: number[]): number[] {
  const max = Math.max(...x)
  const e = x.map((v) => Math.exp(v - max))
  const sum = x.reduce((a, b) => a + Math.exp(b), 0)
  return e.map((v) => v / sum)
}
