export function scaledScores(Q: number[][], K: number[][]): number[][] {
  const [n, m, d] = [Q.length, K.length, Q[0].length]
  const q = Float64Array.from(Q.flat())
  const k = Float64Array.from(K.flat())
  const s = new Float64Array(n * m)
  for (let c = 0; c < d; c++) for (let ij = 0; ij < n * m; ij++) s[ij] += q[Math.floor(ij / m) * d + c] * k[(ij % m) * d + c]
  return Q.map((_, i) => Array.from(s.subarray(i * m, (i + 1) * m), (x) => x / Math.sqrt(d)))
}
