// one pass with a running maximum, in typed arrays
export function slidingWindowAttention(Q: number[][], K: number[][], V: number[][], window: number, sinks: number): number[][] {
  const d = Q[0].length, dv = V[0].length, out: number[][] = [];
  const acc = new Float64Array(dv);
  for (let i = 0; i < Q.length; i++) {
    acc.fill(0);
    let m = -Infinity, l = 0;
    const see = (j: number) => {
      let s = 0;
      for (let c = 0; c < d; c++) s += Q[i][c] * K[j][c];
      s /= Math.sqrt(d);
      const top = Math.max(m, s), keep = Math.exp(m - top), p = Math.exp(s - top);
      l = l * keep + p;
      for (let c = 0; c < dv; c++) acc[c] = acc[c] * keep + p * V[j][c];
      m = top;
    };
    const first = i - window + 1;
    for (let j = 0; j < sinks && j < first; j++) see(j);
    for (let j = first > 0 ? first : 0; j <= i; j++) see(j);
    out.push(Array.from(acc, (x) => x / l));
  }
  return out;
}
