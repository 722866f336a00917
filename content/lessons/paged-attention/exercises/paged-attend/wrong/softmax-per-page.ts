// misconception: softmax-per-page
export function pagedAttend(q: number[], kPages: number[][][], vPages: number[][][], blockTable: number[], length: number): number[] {
  const B = kPages[0].length, pages = Math.ceil(length / B);
  const out = vPages[0][0].map(() => 0);
  for (let b = 0; b < pages; b++) {
    const n = Math.min(B, length - b * B);
    const s = kPages[blockTable[b]].slice(0, n).map((k) => k.reduce((t, x, c) => t + x * q[c], 0) / Math.sqrt(q.length));
    const m = Math.max(...s), e = s.map((x) => Math.exp(x - m)), z = e.reduce((a, c) => a + c, 0);
    for (let j = 0; j < n; j++) for (let c = 0; c < out.length; c++) out[c] += (e[j] / z) * vPages[blockTable[b]][j][c] / pages;
  }
  return out;
}
