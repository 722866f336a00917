// blocks from the last to the first, the state of a query in a class
class Row {
  m = -Infinity;
  l = 0;
  o: Float64Array;
  constructor(width: number) { this.o = new Float64Array(width); }
  add(s: number, v: number[]) {
    const m = Math.max(this.m, s), keep = Math.exp(this.m - m), p = Math.exp(s - m);
    this.m = m;
    this.l = this.l * keep + p;
    for (let c = 0; c < v.length; c++) this.o[c] = this.o[c] * keep + p * v[c];
  }
  get result() { return [...this.o].map((x) => x / this.l); }
}
export function flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] {
  const rows = Q.map(() => new Row(V[0].length));
  for (let end = K.length; end > 0; end -= blockSize) {
    for (let j = Math.max(0, end - blockSize); j < end; j++) {
      Q.forEach((q, i) => rows[i].add(q.reduce((t, x, c) => t + (x / Math.sqrt(q.length)) * K[j][c], 0), V[j]));
    }
  }
  return rows.map((r) => r.result);
}
