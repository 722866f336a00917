type Row = { q: number[]; scale: number };
const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map(v => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map(v => v / z); };
export function attendInt8(q: number[], K8: Row[], V8: Row[]): number[] {
  const x = q;
  const w = softmax(K8.map((k, j) => dot(x, k.q) * k.scale / Math.sqrt(q.length)));
  return V8[0].q.map((_, c) => V8.reduce((s, v, j) => s + w[j] * v.q[c] * v.scale, 0));
}
