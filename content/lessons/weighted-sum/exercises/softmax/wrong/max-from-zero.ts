// misconception: max-from-zero
export function softmax(x: number[]): number[] {
  let max = 0
  for (const v of x) if (v > max) max = v
  const e = x.map((v) => Math.exp(v - max))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}
