// misconception: subtract-mean
export function softmax(x: number[]): number[] {
  const max = x.reduce((a, b) => a + b, 0) / x.length
  const e = x.map((v) => Math.exp(v - max))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}
