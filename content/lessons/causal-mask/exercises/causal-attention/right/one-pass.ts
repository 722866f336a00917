// online softmax: running maximum, sum and weighted values, rescaled when the maximum rises; keys from last to first
export function causalAttention(Q: number[][], K: number[][], V: number[][]): number[][] {
  const scale = Q[0].length ** -0.5;
  const rows: number[][] = [];
  for (const [i, q] of Q.entries()) {
    let max = -Infinity, sum = 0;
    let acc: number[] = V[0].map(() => 0);
    for (let j = i; j >= 0; j--) {
      let s = 0;
      q.forEach((x, c) => { s += x * scale * K[j][c]; });
      const top = Math.max(max, s);
      const keep = Math.exp(max - top), add = Math.exp(s - top);
      acc = acc.map((a, c) => a * keep + add * V[j][c]);
      sum = sum * keep + add;
      max = top;
    }
    rows.push(acc.map((a) => a / sum));
  }
  return rows;
}
