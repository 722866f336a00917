export function softmax(x: number[]): number[] {
  let max = x[0]
  for (let i = 1; i < x.length; i++) if (x[i] > max) max = x[i]
  const out: number[] = []
  let sum = 0
  for (let i = 0; i < x.length; i++) {
    out.push(Math.exp(x[i] - max))
    sum += out[i]
  }
  for (let i = 0; i < out.length; i++) out[i] /= sum
  return out
}
