// misconception: none
export function softmax(x: number[]): number[] {
  const max = Math.max(...x)
  for (let i = 0; i < x.length; i++) x[i] = Math.exp(x[i] - max)
  const e = x
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}
