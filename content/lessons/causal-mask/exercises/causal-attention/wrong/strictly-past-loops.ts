// misconception: strictly-past-zeros
export function causalAttention(Q: number[][], K: number[][], V: number[][]): number[][] {
  const n = Q.length, d = Q[0].length, dv = V[0].length;
  const out: number[][] = [];
  for (let i = 0; i < n; i++) {
    const row = new Array(dv).fill(0);
    const s: number[] = [];
    let max = -Infinity;
    for (let j = 0; j < i; j++) {
      let t = 0;
      for (let c = 0; c < d; c++) t += Q[i][c] * K[j][c];
      s[j] = t / Math.sqrt(d);
      if (s[j] > max) max = s[j];
    }
    let sum = 0;
    for (let j = 0; j < i; j++) sum += Math.exp(s[j] - max);
    for (let j = 0; j < i; j++) for (let c = 0; c < dv; c++) row[c] += (Math.exp(s[j] - max) / sum) * V[j][c];
    out.push(row);
  }
  return out;
}
