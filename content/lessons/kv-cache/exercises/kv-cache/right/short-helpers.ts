const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map(v => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map(v => v / z); };
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0));
export class KVCache {
  private K: number[][] = [];
  private V: number[][] = [];
  get length(): number { return this.K.length; }
  append(k: number[], v: number[]): void {
    this.K.push(k.slice());
    this.V.push(v.slice());
  }
  attend(q: number[]): number[] {
    const s = this.K.map(k => dot(q, k) / Math.sqrt(q.length));
    const w = softmax(s);
    return mix(w, this.V);
  }
}
