// Online softmax: maximum and sum in one pass, the sum rescaled when the maximum grows.
export function softmax(x: number[]): number[] {
  let m = -Infinity
  let l = 0
  for (const v of x) {
    const next = Math.max(m, v)
    l = l * Math.exp(m - next) + Math.exp(v - next)
    m = next
  }
  return x.map((v) => Math.exp(v - m) / l)
}
