// misconception: no-max
export function softmax(x: number[]): number[] {
  const z = Math.log(x.reduce((s, v) => s + Math.exp(v), 0))
  return x.map((v) => Math.exp(v - z))
}
