export function softmax(x: number[]): number[] {
  // Softmax sees differences only, so the largest
  // score may be subtracted from all of them. Then
  // no exponent is above 0, so nothing overflows,
  // and one term is exactly 1: the sum is never 0.
  const max = Math.max(...x)
  const e = x.map((v) => Math.exp(v - max))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}
