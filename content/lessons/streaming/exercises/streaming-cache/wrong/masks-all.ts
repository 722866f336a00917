// misconception: none
const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i], 0)
const softmax = (x: number[]): number[] => {
  const max = Math.max(...x)
  const e = x.map((v) => Math.exp(v - max))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}

// Every step looks at all tokens of the text.
export class StreamingCache {
  private all: { k: number[]; v: number[]; i: number }[] = []
  private n = 0
  constructor(
    private window: number,
    private sinks: number,
  ) {}
  append(k: number[], v: number[]): void {
    this.all.push({ k: k.slice(), v: v.slice(), i: this.n++ })
  }
  private get held() {
    return this.all.filter(({ i }) => i < this.sinks || i >= this.n - this.window)
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
