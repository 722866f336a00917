// misconception: none
export function pagedAttend(q: number[], kPages: number[][][], vPages: number[][][], blockTable: number[], length: number): number[] {
  const B = kPages[0].length;
  const s: number[] = [];
  for (let t = 0; t < B * blockTable.length; t++) {
    const k = kPages[blockTable[Math.floor(t / B)]][t % B];
    if (t >= length) k.fill(0);
    s.push(t < length ? k.reduce((a, x, c) => a + x * q[c], 0) / Math.sqrt(q.length) : -Infinity);
  }
  const m = Math.max(...s), e = s.map((x) => Math.exp(x - m)), z = e.reduce((a, c) => a + c, 0);
  return vPages[0][0].map((_, c) => e.reduce((t, p, j) => t + (p ? (p / z) * vPages[blockTable[Math.floor(j / B)]][j % B][c] : 0), 0));
}
