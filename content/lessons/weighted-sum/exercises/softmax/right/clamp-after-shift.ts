// A floor under the shifted scores is harmless: exp(−700) is nothing beside the largest term, which is 1.
export function softmax(x: number[]): number[] {
  const m = Math.max(...x)
  const e = x.map((v) => Math.exp(Math.max(v - m, -700)))
  const z = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / z)
}
