export function attention(Q: number[][], K: number[][], V: number[][]): number[][] {
  const out: number[][] = []
  for (let i = 0; i < Q.length; i++) {
    const w: number[] = []
    let max = -Infinity
    for (let j = 0; j < K.length; j++) {
      let s = 0
      for (let c = 0; c < Q[i].length; c++) s += Q[i][c] * K[j][c]
      s /= Math.sqrt(Q[i].length)
      w.push(s)
      if (s > max) max = s
    }
    let sum = 0
    for (let j = 0; j < w.length; j++) sum += w[j] = Math.exp(w[j] - max)
    const row = new Array(V[0].length).fill(0)
    for (let j = 0; j < w.length; j++) for (let c = 0; c < row.length; c++) row[c] += (w[j] * V[j][c]) / sum
    out.push(row)
  }
  return out
}
