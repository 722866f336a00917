// The factor may sit on the queries: n·d multiplications in place of n², and safer in half precision.
const dot = (a: number[], b: number[]): number => a.reduce((sum, x, i) => sum + x * b[i], 0)
export const scaledScores = (Q: number[][], K: number[][]): number[][] => {
  const small = Q.map((q) => q.map((x) => x / Math.sqrt(q.length)))
  return small.map((q) => K.map((k) => dot(q, k)))
}
