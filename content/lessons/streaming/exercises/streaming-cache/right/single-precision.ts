// Every number in single precision; the window is cut with splice.
const f = Math.fround
export class StreamingCache {
  pairs: [Float32Array, Float32Array][] = []
  constructor(
    readonly window: number,
    readonly sinks: number,
  ) {}
  append(k: number[], v: number[]): void {
    this.pairs.push([Float32Array.from(k), Float32Array.from(v)])
    if (this.pairs.length > this.sinks + this.window) this.pairs.splice(this.sinks, 1)
  }
  attend(q: number[]): number[] {
    const scores = this.pairs.map(([k]) => {
      let s = 0
      for (let c = 0; c < k.length; c++) s = f(s + f(f(q[c]) * k[c]))
      return f(s / f(Math.sqrt(q.length)))
    })
    const max = Math.max(...scores)
    const e = scores.map((s) => f(Math.exp(f(s - max))))
    const sum = e.reduce((a, b) => f(a + b), 0)
    return Array.from(this.pairs[0][1], (_, c) => f(e.reduce((s, p, j) => f(s + f(p * this.pairs[j][1][c])), 0) / sum))
  }
  get length(): number {
    return this.pairs.length
  }
}
