export function scaledScores(Q: number[][], K: number[][]): number[][] {
  const out: number[][] = []
  for (let i = 0; i < Q.length; i++) {
    out[i] = []
    for (let j = 0; j < K.length; j++) {
      let s = 0
      for (let c = 0; c < Q[i].length; c++) s += Q[i][c] * K[j][c]
      out[i][j] = s * Q[i].length ** -0.5
    }
  }
  return out
}
