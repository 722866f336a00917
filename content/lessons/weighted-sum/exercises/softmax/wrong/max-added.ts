// misconception: max-added
export function softmax(x: number[]): number[] {
  const m = Math.max(...x)
  const e = x.map((v) => Math.exp(v + m))
  const z = e.reduce((a, b) => a + b)
  return e.map((v) => v / z)
}
