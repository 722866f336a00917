// misconception: excludes-current
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

  append(k: number[], v: number[]): void {
    this.K.push(k.slice())
    this.V.push(v.slice())
  }

  attend(q: number[]): number[] {
    const out: number[] = new Array(this.V[0].length).fill(0)
    let sum = 0
    const past = this.K.slice(0, -1)
    const scores = past.map((k) => dot(q, k) / Math.sqrt(q.length))
    const max = Math.max(...scores)
    for (let j = 0; j < past.length; j++) {
      const w = Math.exp(scores[j] - max)
      sum += w
      for (let c = 0; c < out.length; c++) out[c] += w * this.V[j][c]
    }
    return out.map((o) => o / sum)
  }

  get length(): number {
    return this.K.length
  }
}
