// Given: `dot` and `softmax`.
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
  // What must be stored from one step to the next?

  /** Stores the key and the value of one token. */
  append(k: number[], v: number[]): void {

  }

  /** Attention of one query over all tokens appended so far. */
  attend(q: number[]): number[] {
    return []
  }

  /** The number of tokens appended. */
  get length(): number {
    return 0
  }
}
