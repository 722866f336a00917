// misconception: powers-of-two
export function softmax(x: number[]): number[] {
  const max = Math.max(...x)
  const e = x.map((v) => 2 ** (v - max))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}
