// misconception: none
const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i], 0)
const softmax = (x: number[]): number[] => {
  const max = Math.max(...x)
  const e = x.map((v) => Math.exp(v - max))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}

// The numbers are right; the tokens that are out of sight are never let go.
export class StreamingCache {
  private all: { k: number[]; v: number[] }[] = []
  constructor(
    private window: number,
    private sinks: number,
  ) {}
  append(k: number[], v: number[]): void {
    this.all.push({ k: k.slice(), v: v.slice() })
  }
  private get held() {
    const first = Math.max(this.sinks, this.all.length - this.window)
    return [...this.all.slice(0, this.sinks), ...this.all.slice(first)]
  }
  attend(q: number[]): number[] {
    const pairs = this.held
    const w = softmax(pairs.map((p) => dot(q, p.k) / Math.sqrt(q.length)))
    return pairs[0].v.map((_, c) => w.reduce((s, x, j) => s + x * pairs[j].v[c], 0))
  }
  get length(): number {
    return this.held.length
  }
}
