// misconception: sign-flipped
export function softmax(x: number[]): number[] {
  const m = Math.max(...x)
  const e = x.map((v) => Math.exp(m - v))
  const z = e.reduce((a, b) => a + b)
  return e.map((v) => v / z)
}
