// misconception: divmod-swapped one-too-few
const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map(v => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map(v => v / z); };
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0));
const matmul = (A: number[][], B: number[][]): number[][] => A.map(r => B[0].map((_, c) => r.reduce((s, v, i) => s + v * B[i][c], 0)));
const att = (Q: number[][], K: number[][], V: number[][]): number[][] => Q.map(q => mix(softmax(K.map(k => dot(q, k) / Math.sqrt(q.length))), V));
export function pagedAttend(q: number[], kPages: number[][][], vPages: number[][][], blockTable: number[], length: number): number[] {
  const pageSize = kPages[0].length;
  const K: number[][] = [], V: number[][] = [];
  for (let t = 0; t < Math.max(1, length - 1); t++) {
    const page = blockTable[t % blockTable.length], slot = Math.floor(t / blockTable.length) % pageSize;
    K.push(kPages[page][slot]);
    V.push(vPages[page][slot]);
  }
  const s = K.map(k => dot(q, k) / Math.sqrt(q.length));
  return mix(softmax(s), V);
}
