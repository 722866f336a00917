// A cache as an object, as in the exercise before.
class KVCache {
  private readonly pairs: [k: number[], v: number[]][] = []

  append(k: number[], v: number[]) {
    this.pairs.push([k, v])
  }

  attend(q: number[]): number[] {
    const scores = this.pairs.map(([k]) => q.reduce((s, x, i) => s + x * k[i], 0) / Math.sqrt(q.length))
    const max = Math.max(...scores)
    let sum = 0
    const out = this.pairs[0][1].map(() => 0)
    this.pairs.forEach(([, v], j) => {
      const w = Math.exp(scores[j] - max)
      sum += w
      for (let c = 0; c < out.length; c++) out[c] += w * v[c]
    })
    return out.map((o) => o / sum)
  }
}

const project = (x: number[], W: number[][]) => W[0].map((_, c) => x.reduce((s, value, i) => s + value * W[i][c], 0))

export const decode = (tokens: number[][], Wq: number[][], Wk: number[][], Wv: number[][]): number[][] => {
  const cache = new KVCache()
  return tokens.map((x) => {
    cache.append(project(x, Wk), project(x, Wv))
    return cache.attend(project(x, Wq))
  })
}
