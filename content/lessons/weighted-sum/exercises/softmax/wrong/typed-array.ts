// misconception: none
export function softmax(x: number[]): number[] {
  const max = Math.max(...x)
  const e = x.map((v) => Math.exp(v - max))
  const sum = e.reduce((a, b) => a + b, 0)
  return new Float64Array(e.map((v) => v / sum)) as unknown as number[]
}
