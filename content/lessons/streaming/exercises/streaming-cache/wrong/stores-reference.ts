// misconception: stores-reference
const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i], 0)
const softmax = (x: number[]): number[] => {
  const max = Math.max(...x)
  const e = x.map((v) => Math.exp(v - max))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}

export class StreamingCache {
  private sinkPairs: { k: number[]; v: number[] }[] = []
  private recent: { k: number[]; v: number[] }[] = []
  constructor(
    private window: number,
    private sinks: number,
  ) {}
  append(k: number[], v: number[]): void {
    const pair = { k, v }
    if (this.sinkPairs.length < this.sinks) this.sinkPairs.push(pair)
    else if (this.recent.push(pair) > this.window) this.recent.shift()
  }
  attend(q: number[]): number[] {
    const pairs = [...this.sinkPairs, ...this.recent]
    const w = softmax(pairs.map((p) => dot(q, p.k) / Math.sqrt(q.length)))
    return pairs[0].v.map((_, c) => w.reduce((s, x, j) => s + x * pairs[j].v[c], 0))
  }
  get length(): number {
    return this.sinkPairs.length + this.recent.length
  }
}
