// online softmax per query; the KV head of each query head is kept in a table
export function groupedQueryAttention(Q: number[][][], K: number[][][], V: number[][][]): number[][][] {
  const table = new Map<number, number>();
  const kvOf = (i: number): number => {
    if (!table.has(i)) table.set(i, (i - (i % (Q.length / K.length))) / (Q.length / K.length));
    return table.get(i)!;
  };
  return Q.map((q, i) => {
    const k = K[kvOf(i)], v = V[kvOf(i)];
    return q.map((row) => {
      let m = -Infinity, l = 0;
      let o: number[] = v[0].map(() => 0);
      for (let j = 0; j < k.length; j++) {
        let s = 0;
        for (let c = 0; c < row.length; c++) s += (row[c] / Math.sqrt(row.length)) * k[j][c];
        const top = Math.max(m, s), keep = Math.exp(m - top), p = Math.exp(s - top);
        l = l * keep + p;
        o = o.map((x, c) => x * keep + p * v[j][c]);
        m = top;
      }
      return o.map((x) => x / l);
    });
  });
}
