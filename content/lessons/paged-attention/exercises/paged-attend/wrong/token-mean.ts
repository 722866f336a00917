// misconception: token-mean
export function pagedAttend(q: number[], kPages: number[][][], vPages: number[][][], blockTable: number[], length: number): number[] {
  const B = vPages[0].length;
  const out = vPages[0][0].map(() => 0);
  for (let t = 0; t < length; t++) vPages[blockTable[Math.floor(t / B)]][t % B].forEach((x, c) => { out[c] += x / length; });
  return out;
}
