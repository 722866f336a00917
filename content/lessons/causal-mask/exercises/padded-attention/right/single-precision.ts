// typed arrays inside, rounded to single precision
export function paddedAttention(Q: number[][], K: number[][], V: number[][], keyMask: boolean[]): number[][] {
  const f = Math.fround, dv = V[0].length, d = Q[0].length;
  return Q.map((q) => {
    const s = new Float32Array(K.length).fill(-Infinity);
    for (let j = 0; j < K.length; j++) {
      if (!keyMask[j]) continue;
      let t = 0;
      for (let c = 0; c < d; c++) t = f(t + f(f(q[c]) * f(K[j][c])));
      s[j] = t / Math.sqrt(d);
    }
    const max = Math.max(...s);
    const row = new Float32Array(dv);
    if (max === -Infinity) return Array.from(row);
    const e = s.map((x) => Math.exp(x - max));
    const sum = e.reduce((a, b) => a + b, 0);
    for (let c = 0; c < dv; c++) for (let j = 0; j < K.length; j++) row[c] += f((e[j] / sum) * f(V[j][c]));
    return Array.from(row);
  });
}
