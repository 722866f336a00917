// misconception: clamp
export function softmax(x: number[]): number[] {
  const e = x.map((v) => Math.exp(Math.max(-100, Math.min(100, v))))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}
