// reads whole blocks, with a score of minus infinity behind the end; garbage is multiplied by a weight of exactly 0
export function pagedAttend(q: number[], kPages: number[][][], vPages: number[][][], blockTable: number[], length: number): number[] {
  const B = kPages[0].length, used = Math.ceil(length / B);
  const scores: number[] = [];
  for (let t = 0; t < used * B; t++) {
    const k = kPages[blockTable[Math.floor(t / B)]][t % B];
    let s = 0;
    for (let c = 0; c < q.length; c++) s += q[c] * k[c];
    scores.push(t < length ? s / Math.sqrt(q.length) : -Infinity);
  }
  const m = Math.max(...scores), e = scores.map((s) => Math.exp(s - m)), z = e.reduce((a, b) => a + b, 0);
  const out: number[] = new Array(vPages[0][0].length).fill(0);
  for (let b = 0; b < used; b++)
    for (let j = 0; j < B; j++)
      for (let c = 0; c < out.length; c++) out[c] += (e[b * B + j] / z) * vPages[blockTable[b]][j][c];
  return out;
}
