// first pass: the maximum and the sum of each query; second pass: the output. Both block by block
export function flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] {
  const r = Math.sqrt(Q[0].length);
  const score = (i: number, j: number) => { let t = 0; for (let c = 0; c < Q[i].length; c++) t += Q[i][c] * K[j][c]; return t / r; };
  const m = Q.map(() => -Infinity), l = Q.map(() => 0);
  for (let b = 0; b < K.length; b += blockSize)
    for (let i = 0; i < Q.length; i++)
      for (let j = b; j < Math.min(K.length, b + blockSize); j++) m[i] = Math.max(m[i], score(i, j));
  const out = Q.map(() => V[0].map(() => 0));
  for (let b = 0; b < K.length; b += blockSize)
    for (let i = 0; i < Q.length; i++)
      for (let j = b; j < Math.min(K.length, b + blockSize); j++) {
        const p = Math.exp(score(i, j) - m[i]);
        l[i] += p;
        for (let c = 0; c < V[0].length; c++) out[i][c] += p * V[j][c];
      }
  return out.map((row, i) => row.map((x) => x / l[i]));
}
