// misconception: sums-not-aligned
const dot = (a: number[], b: number[]) => a.reduce((t, x, i) => t + x * b[i], 0);
function part(q: number[], K: number[][], V: number[][]) {
  const s = K.map((k) => dot(q, k) / Math.sqrt(q.length));
  const m = Math.max(...s);
  const e = s.map((v) => Math.exp(v - m));
  const l = e.reduce((a, b) => a + b, 0);
  return { m, l, n: K.length, o: V[0].map((_, c) => e.reduce((t, p, j) => t + p * V[j][c], 0) / l) };
}
export function flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] {
  return Q.map((q) => {
    const parts: ReturnType<typeof part>[] = [];
    for (let b = 0; b < K.length; b += blockSize) parts.push(part(q, K.slice(b, b + blockSize), V.slice(b, b + blockSize)));
    const m = Math.max(...parts.map((p) => p.m));
    const w = parts.map((p) => p.l);
    const z = w.reduce((a, b) => a + b, 0);
    return V[0].map((_, c) => parts.reduce((t, p, k) => t + w[k] * p.o[c], 0) / z);
  });
}
