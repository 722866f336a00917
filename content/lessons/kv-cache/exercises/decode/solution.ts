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

function project(x: number[], W: number[][]): number[] {
  return W[0].map((_, c) => x.reduce((sum, value, i) => sum + value * W[i][c], 0))
}

function attend(q: number[], K: number[][], V: number[][]): number[] {
  const weights = softmax(K.map((k) => dot(q, k) / Math.sqrt(q.length)))
  return V[0].map((_, c) => weights.reduce((sum, w, j) => sum + w * V[j][c], 0))
}

export function decode(tokens: number[][], Wq: number[][], Wk: number[][], Wv: number[][]): number[][] {
  // The cache, created once. It grows by one key and one value per step.
  const keys: number[][] = []
  const values: number[][] = []
  const output: number[][] = []
  for (const x of tokens) {
    // Each token is projected once, in its own step. Past rows never change.
    keys.push(project(x, Wk))
    values.push(project(x, Wv))
    // Append first, then read: the token sees itself too. Its query is used once and not stored.
    output.push(attend(project(x, Wq), keys, values))
  }
  return output
}
