const dot = (a: number[], b: number[]): number => a.reduce((s, v, i) => s + v * b[i], 0);
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0));
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
      m = mNew;
    }
    return acc.map(a => a / l);
  });
}
