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
    return mix(softmax(this.K.map((k) => dot(q, k) / Math.sqrt(q.length))), this.V)
  }

  get length(): number {
    return this.K.length
  }
}
