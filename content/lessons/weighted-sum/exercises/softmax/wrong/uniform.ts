// misconception: uniform
export function softmax(x: number[]): number[] {
  return x.map(() => 1 / x.length)
}
