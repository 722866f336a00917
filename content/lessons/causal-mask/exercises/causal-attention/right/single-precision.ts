// typed arrays inside, every step rounded to single precision
export function causalAttention(Q: number[][], K: number[][], V: number[][]): number[][] {
  const n = Q.length, d = Q[0].length, dv = V[0].length, f = Math.fround;
  const s = new Float32Array(n), scale = f(1 / Math.sqrt(d));
  const out: number[][] = [];
  for (let i = 0; i < n; i++) {
    let max = -Infinity;
    for (let j = 0; j <= i; j++) {
      let t = 0;
      for (let c = 0; c < d; c++) t = f(t + f(f(Q[i][c]) * f(K[j][c])));
      s[j] = t * scale;
      max = Math.max(max, s[j]);
    }
    let sum = 0;
    for (let j = 0; j <= i; j++) {
      s[j] = Math.exp(s[j] - max);
      sum = f(sum + s[j]);
    }
    const row = new Float32Array(dv);
    for (let j = 0; j <= i; j++) for (let c = 0; c < dv; c++) row[c] += f(f(s[j] / sum) * f(V[j][c]));
    out.push(Array.from(row));
  }
  return out;
}
