// misconception: clamp
export function softmax(x: number[]): number[] {
  const clamped = x.map((v) => Math.min(Math.max(v, -300), 300))
  const max = Math.max(...clamped)
  const e = clamped.map((v) => Math.exp(v - max))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}
