// One pass over the tokens with a running maximum, as a fused kernel reads them.
export class KVCache {
  private tokens: { k: number[]; v: number[] }[] = []

  get length(): number {
    return this.tokens.length
  }

  append(k: number[], v: number[]): void {
    this.tokens.push({ k: [...k], v: [...v] })
  }

  attend(q: number[]): number[] {
    let max = -Infinity
    let sum = 0
    let out: number[] = new Array(this.tokens[0].v.length).fill(0)
    for (const { k, v } of this.tokens) {
      let s = 0
      for (let i = 0; i < q.length; i++) s += q[i] * k[i]
      s /= Math.sqrt(q.length)
      const next = Math.max(max, s)
      const old = Math.exp(max - next)
      const weight = Math.exp(s - next)
      sum = sum * old + weight
      out = out.map((o, c) => o * old + weight * v[c])
      max = next
    }
    return out.map((o) => o / sum)
  }
}
