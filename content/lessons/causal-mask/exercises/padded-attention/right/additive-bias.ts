// an additive mask of 0 and −∞; a row without a finite score keeps a sum of 0 and is never divided
export function paddedAttention(Q: number[][], K: number[][], V: number[][], keyMask: boolean[]): number[][] {
  const bias = keyMask.map((real) => (real ? 0 : -Infinity));
  const out: number[][] = [];
  for (const q of Q) {
    const s = K.map((k, j) => q.reduce((t, x, c) => t + x * k[c], 0) / Math.sqrt(q.length) + bias[j]);
    const max = s.reduce((a, b) => Math.max(a, b));
    let sum = 0;
    const row = new Array<number>(V[0].length).fill(0);
    for (let j = 0; j < s.length; j++) {
      if (s[j] === -Infinity) continue;
      const e = Math.exp(s[j] - max);
      sum += e;
      for (let c = 0; c < row.length; c++) row[c] += e * V[j][c];
    }
    out.push(sum > 0 ? row.map((x) => x / sum) : row);
  }
  return out;
}
