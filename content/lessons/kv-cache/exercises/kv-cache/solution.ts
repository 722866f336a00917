function dot(a: number[], b: number[]): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}

function softmax(x: number[]): number[] {
  const max = Math.max(...x)
  const e = x.map((v) => Math.exp(v - max))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}

export class KVCache {
  // Entry j of both lists belongs to token j. Fields of the instance: each sequence has its own cache.
  #keys: number[][] = []
  #values: number[][] = []

  append(k: number[], v: number[]): void {
    // Store copies: the caller may reuse the same arrays for the next token.
    this.#keys.push(k.slice())
    this.#values.push(v.slice())
  }

  attend(q: number[]): number[] {
    // One row of attention. There is no future in the cache, so nothing is masked.
    const scale = 1 / Math.sqrt(q.length)
    const scores = this.#keys.map((k) => dot(q, k) * scale)
    const weights = softmax(scores)
    // The query is not stored: no later token reads it.
    const output = this.#values[0].map(() => 0)
    for (let j = 0; j < weights.length; j++) {
      for (let c = 0; c < output.length; c++) output[c] += weights[j] * this.#values[j][c]
    }
    return output
  }

  get length(): number {
    return this.#keys.length
  }
}
