// misconception: zero-padded-prealloc-1024
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
  private n = 0

  append(k: number[], v: number[]): void {
    if (this.n === 0) {
      this.K = Array.from({ length: 1024 }, () => new Array(k.length).fill(0))
      this.V = Array.from({ length: 1024 }, () => new Array(v.length).fill(0))
    }
    this.K[this.n] = k.slice()
    this.V[this.n] = v.slice()
    this.n++
  }

  attend(q: number[]): number[] {
    return mix(softmax(this.K.map((k) => dot(q, k) / Math.sqrt(q.length))), this.V)
  }

  get length(): number {
    return this.n
  }
}
