// misconception: none
// Right numbers, but every past query is kept and its row computed again at each step: n² work a step.
const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i], 0)
const softmax = (x: number[]): number[] => {
  const max = Math.max(...x)
  const e = x.map((v) => Math.exp(v - max))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}
const mix = (weights: number[], V: number[][]): number[] =>
  V[0].map((_, c) => weights.reduce((s, w, j) => s + w * V[j][c], 0))

export class KVCache {
  private K: number[][] = []
  private V: number[][] = []
  private Q: number[][] = []

  append(k: number[], v: number[]): void {
    this.K.push(k.slice())
    this.V.push(v.slice())
    this.Q.push(k.slice())
  }

  attend(q: number[]): number[] {
    const queries = [...this.Q.slice(0, -1), q]
    const rows = queries.map((query, i) => {
      const keys = this.K.slice(0, i + 1)
      return mix(softmax(keys.map((k) => dot(query, k) / Math.sqrt(query.length))), this.V)
    })
    return rows[rows.length - 1]
  }

  get length(): number {
    return this.K.length
  }
}
