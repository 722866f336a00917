// misconception: stale-m
const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map(v => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map(v => v / z); };
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0));
const matmul = (A: number[][], B: number[][]): number[][] => A.map(r => B[0].map((_, c) => r.reduce((s, v, i) => s + v * B[i][c], 0)));
const att = (Q: number[][], K: number[][], V: number[][]): number[][] => Q.map(q => mix(softmax(K.map(k => dot(q, k) / Math.sqrt(q.length))), V));
export function flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] {
  const scale = 1 / Math.sqrt(Q[0].length);
  return Q.map((q, i) => {
    let m = -Infinity, l = 0;
    let acc = V[0].map(() => 0);
    for (let b = 0; b < K.length; b += blockSize) {
      const end = Math.min(b + blockSize, K.length);
      const s = K.slice(b, end).map(k => dot(q, k) * scale);
      const mNew = Math.max(m, ...s);
      const corr = Math.exp(m - mNew);
      const p = s.map(v => Math.exp(v - mNew));
      l = l * corr + p.reduce((a, c) => a + c, 0);
      const pv = mix(p, V.slice(b, end));
      acc = acc.map((a, c) => a * corr + pv[c]);
    }
    return acc.map(a => a / l);
  });
}
