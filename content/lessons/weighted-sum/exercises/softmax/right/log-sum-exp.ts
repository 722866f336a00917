// exp of the log-softmax
function logSumExp(x: number[]): number {
  const m = Math.max(...x)
  return m + Math.log(x.map((v) => Math.exp(v - m)).reduce((a, b) => a + b))
}
export function softmax(x: number[]): number[] {
  const lse = logSumExp(x)
  return x.map((v) => Math.exp(v - lse))
}
