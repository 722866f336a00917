export function softmax(x: number[]): number[] {
  return x.map((a) => 1 / x.reduce((s, b) => s + Math.exp(b - a), 0))
}
