export function attendOne(q: number[], K: number[][], V: number[][]): number[] {
  const n = K.length
  const w = new Array(n).fill(0)
  let max = -Infinity
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < q.length; i++) w[j] += q[i] * K[j][i]
    if (w[j] > max) max = w[j]
  }
  let sum = 0
  for (let j = 0; j < n; j++) {
    w[j] = Math.exp(w[j] - max)
    sum += w[j]
  }
  const out = new Array(V[0].length).fill(0)
  for (let j = 0; j < n; j++) for (let c = 0; c < out.length; c++) out[c] += (w[j] / sum) * V[j][c]
  return out
}
