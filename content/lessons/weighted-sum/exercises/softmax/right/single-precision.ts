export function softmax(x: number[]): number[] {
  const a = Float32Array.from(x)
  const max = a.reduce((p, q) => (q > p ? q : p), -Infinity)
  let sum = Math.fround(0)
  for (let i = 0; i < a.length; i++) {
    a[i] = Math.exp(Math.fround(a[i] - max))
    sum = Math.fround(sum + a[i])
  }
  return Array.from(a, (v) => Math.fround(v / sum))
}
