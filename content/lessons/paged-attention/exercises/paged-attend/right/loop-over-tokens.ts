const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map(v => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map(v => v / z); };
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0));
export function pagedAttend(q: number[], kPages: number[][][], vPages: number[][][], blockTable: number[], length: number): number[] {
  const pageSize = kPages[0].length;
  const K: number[][] = [], V: number[][] = [];
  for (let t = 0; t < length; t++) {
    const page = blockTable[Math.floor(t / pageSize)], slot = t % pageSize;
    K.push(kPages[page][slot]);
    V.push(vPages[page][slot]);
  }
  const s = K.map(k => dot(q, k) / Math.sqrt(q.length));
  return mix(softmax(s), V);
}
