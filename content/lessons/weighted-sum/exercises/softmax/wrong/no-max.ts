// misconception: no-max
export function softmax(x: number[]): number[] {
  const e = x.map((v) => Math.exp(v))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}
