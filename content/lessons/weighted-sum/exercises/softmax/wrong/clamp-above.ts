// misconception: clamp-above
export function softmax(x: number[]): number[] {
  const e = x.map((v) => Math.exp(Math.min(v, 700)))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}
