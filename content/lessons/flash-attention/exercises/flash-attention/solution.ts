function dot(a: number[], b: number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

export function flashAttention(
  Q: number[][], K: number[][], V: number[][], blockSize: number,
): number[][] {
  const scale = 1 / Math.sqrt(Q[0].length);
  const n = Q.length;
  // For each query: the largest score so far, the sum of exponentials measured
  // from it, and the output measured from it. Three things that grow with n.
  const m: number[] = new Array(n).fill(-Infinity);
  const l: number[] = new Array(n).fill(0);
  const out = Q.map(() => new Array<number>(V[0].length).fill(0));

  for (let start = 0; start < K.length; start += blockSize) {
    // The last block may be shorter.
    const end = Math.min(start + blockSize, K.length);
    for (let i = 0; i < n; i++) {
      const scores: number[] = [];
      for (let j = start; j < end; j++) scores.push(dot(Q[i], K[j]) * scale);

      // A larger maximum shrinks everything that was measured from the old one.
      // Before the first block this is exp(-Infinity) = 0.
      const mNew = Math.max(m[i], ...scores);
      const keep = Math.exp(m[i] - mNew);
      m[i] = mNew;
      l[i] *= keep;
      for (let c = 0; c < out[i].length; c++) out[i][c] *= keep;

      for (let j = start; j < end; j++) {
        const p = Math.exp(scores[j - start] - mNew);
        l[i] += p;
        for (let c = 0; c < out[i].length; c++) out[i][c] += p * V[j][c];
      }
    }
  }
  // Divided once, after the last block.
  for (let i = 0; i < n; i++) for (let c = 0; c < out[i].length; c++) out[i][c] /= l[i];
  return out;
}
