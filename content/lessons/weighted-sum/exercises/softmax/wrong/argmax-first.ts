// misconception: argmax-first
export function softmax(x: number[]): number[] {
  const max = Math.max(...x)
  const e = x.map((v) => Math.exp(v - max))
  const sum = e.reduce((a, b) => a + b, 0)
  const best = e.indexOf(Math.max(...e))
  return e.map((_, i) => (i === best ? 1 : 0))
}
