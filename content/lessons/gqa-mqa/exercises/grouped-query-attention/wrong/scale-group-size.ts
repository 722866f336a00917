// misconception: scale-group
export function groupedQueryAttention(Q: number[][][], K: number[][][], V: number[][][]): number[][][] {
  const h = Q.length, g = K.length, d = Q[0][0].length, dv = V[0][0].length;
  const out: number[][][] = [];
  for (let i = 0; i < h; i++) {
    const keys = K[Math.floor(i / (h / g))], values = V[Math.floor(i / (h / g))];
    const head: number[][] = [];
    for (const q of Q[i]) {
      const s = new Float64Array(keys.length);
      let max = -Infinity, sum = 0;
      for (let j = 0; j < keys.length; j++) {
        for (let c = 0; c < d; c++) s[j] += q[c] * keys[j][c];
        s[j] /= (Math.sqrt(d) * (h / g));
        if (s[j] > max) max = s[j];
      }
      for (let j = 0; j < s.length; j++) {
        s[j] = Math.exp(s[j] - max);
        sum += s[j];
      }
      const row: number[] = new Array(dv).fill(0);
      for (let j = 0; j < s.length; j++) for (let c = 0; c < dv; c++) row[c] += (s[j] / sum) * values[j][c];
      head.push(row);
    }
    out.push(head);
  }
  return out;
}
