const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map(v => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map(v => v / z); };
export function pagedAttend(q: number[], kPages: number[][][], vPages: number[][][], blockTable: number[], length: number): number[] {
  const B = kPages[0].length, K: number[][] = [], V: number[][] = [];
  for (let t = 0; t < length; t++) {
    const block = blockTable[Math.floor(t / B)], slot = t % B;
    K.push(kPages[block][slot]);
    V.push(vPages[block][slot]);
  }
  const w = softmax(K.map(k => dot(q, k) * (1 / Math.sqrt(q.length))));
  return V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0));
}
