// misconception: divide-by-n
export function softmax(x: number[]): number[] {
  const max = Math.max(...x)
  const e = x.map((v) => Math.exp(v - max))
  const sum = x.length
  return e.map((v) => v / sum)
}
