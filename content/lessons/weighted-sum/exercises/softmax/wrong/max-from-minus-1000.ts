// misconception: max-from-zero
export function softmax(x: number[]): number[] {
  let m = -1000
  for (const v of x) m = Math.max(m, v)
  const e = x.map((v) => Math.exp(v - m))
  const z = e.reduce((a, b) => a + b)
  return e.map((v) => v / z)
}
