// misconception: sigmoid
export function softmax(x: number[]): number[] {
  const s = x.map((v) => 1 / (1 + Math.exp(-v)))
  const z = s.reduce((a, b) => a + b)
  return s.map((v) => v / z)
}
