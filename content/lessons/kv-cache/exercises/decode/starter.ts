// Given: `dot`, `softmax`, `project` and `attend`.
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

/** Row vector times matrix. */
function project(x: number[], W: number[][]): number[] {
  return W[0].map((_, c) => x.reduce((sum, value, i) => sum + value * W[i][c], 0))
}

/** Attention of one query. */
function attend(q: number[], K: number[][], V: number[][]): number[] {
  const weights = softmax(K.map((k) => dot(q, k) / Math.sqrt(q.length)))
  return V[0].map((_, c) => weights.reduce((sum, w, j) => sum + w * V[j][c], 0))
}

export function decode(tokens: number[][], Wq: number[][], Wk: number[][], Wv: number[][]): number[][] {
  const output: number[][] = []
  for (let t = 0; t < tokens.length; t++) {
    // The output is correct. But how many times is token 0 projected?
    const prefix = tokens.slice(0, t + 1)
    const K = prefix.map((x) => project(x, Wk))
    const V = prefix.map((x) => project(x, Wv))
    output.push(attend(project(tokens[t], Wq), K, V))
  }
  return output
}
