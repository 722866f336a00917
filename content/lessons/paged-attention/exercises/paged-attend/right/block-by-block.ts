// block by block with a running maximum
export function pagedAttend(q: number[], kPages: number[][][], vPages: number[][][], blockTable: number[], length: number): number[] {
  const B = kPages[0].length;
  let m = -Infinity, l = 0, left = length;
  const o = new Float64Array(vPages[0][0].length);
  for (const block of blockTable) {
    const n = Math.min(B, left);
    if (n <= 0) break;
    left -= n;
    for (let slot = 0; slot < n; slot++) {
      const s = kPages[block][slot].reduce((t, x, c) => t + x * q[c], 0) / Math.sqrt(q.length);
      const top = Math.max(m, s), keep = Math.exp(m - top), p = Math.exp(s - top);
      l = l * keep + p;
      vPages[block][slot].forEach((x, c) => { o[c] = o[c] * keep + p * x; });
      m = top;
    }
  }
  return [...o].map((x) => x / l);
}
