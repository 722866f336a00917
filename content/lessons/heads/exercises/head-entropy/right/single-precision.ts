export function headEntropy(weights: number[][]): number {
  const rows = new Float32Array(weights.length);
  for (let i = 0; i < weights.length; i++) {
    for (let j = 0; j < weights[i].length; j++) {
      const p = Math.fround(weights[i][j]);
      rows[i] += p === 0 ? 0 : -p * Math.fround(Math.log(p));
    }
  }
  return rows.reduce((a, b) => a + b, 0) / rows.length;
}
