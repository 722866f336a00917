// misconception: softmax-too-early
const dot = (a: number[], b: number[]): number => a.reduce((sum, x, i) => sum + x * b[i], 0)

export function scaledScores(Q: number[][], K: number[][]): number[][] {
  const d = Q[0].length
  return Q.map((q) => {
    const scores = K.map((k) => dot(q, k) / Math.sqrt(d))
    const max = Math.max(...scores)
    const e = scores.map((s) => Math.exp(s - max))
    const sum = e.reduce((a, b) => a + b, 0)
    return e.map((v) => v / sum)
  })
}
