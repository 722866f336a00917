// Flat typed arrays of the final size; step t reads the rows that are filled.
function project(x: number[], W: number[][], into: Float64Array, at: number): void {
  const columns = W[0].length
  for (let i = 0; i < x.length; i++) {
    for (let c = 0; c < columns; c++) into[at + c] += x[i] * W[i][c]
  }
}

export function decode(tokens: number[][], Wq: number[][], Wk: number[][], Wv: number[][]): number[][] {
  const n = tokens.length
  const d = Wq[0].length
  const dV = Wv[0].length
  const keys = new Float64Array(n * d)
  const values = new Float64Array(n * dV)
  const output: number[][] = []
  for (let t = 0; t < n; t++) {
    const q = new Float64Array(d)
    project(tokens[t], Wq, q, 0)
    project(tokens[t], Wk, keys, t * d)
    project(tokens[t], Wv, values, t * dV)
    const row: number[] = new Array(dV).fill(0)
    let max = -Infinity
    let sum = 0
    for (let j = 0; j <= t; j++) {
      let s = 0
      for (let c = 0; c < d; c++) s += q[c] * keys[j * d + c]
      s /= Math.sqrt(d)
      const next = Math.max(max, s)
      const old = Math.exp(max - next)
      const w = Math.exp(s - next)
      sum = sum * old + w
      for (let c = 0; c < dV; c++) row[c] = row[c] * old + w * values[j * dV + c]
      max = next
    }
    output.push(row.map((x) => x / sum))
  }
  return output
}
