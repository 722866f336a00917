// misconception: sum-misses-one
export function softmax(x: number[]): number[] {
  const m = Math.max(...x)
  const e = x.map((v) => Math.exp(v - m))
  let z = 0
  for (let i = 0; i < e.length - 1; i++) z += e[i]
  return e.map((v) => v / z)
}
