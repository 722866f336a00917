// all blocks of the table laid end to end, then cut
export const pagedAttend = (q: number[], kPages: number[][][], vPages: number[][][], blockTable: number[], length: number): number[] => {
  const laid = (pages: number[][][]) => blockTable.flatMap((b) => pages[b]).slice(0, length);
  const K = laid(kPages), V = laid(vPages);
  const s = K.map((k) => q.reduce((t, x, c) => t + x * k[c], 0) / q.length ** 0.5);
  const m = Math.max(...s);
  const e = s.map((x) => Math.exp(x - m));
  const z = e.reduce((a, b) => a + b);
  return V[0].map((_, c) => V.reduce((t, v, j) => t + v[c] * (e[j] / z), 0));
};
