// each row's scores are held by a closure that calls itself: dead after the row, and freed late by some engines
export function flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] {
  return Q.map((q) => {
    let m = -Infinity, l = 0;
    const o = V[0].map(() => 0);
    const from = (start: number): void => {
      if (start >= K.length) return;
      const scores: number[] = [];
      const fill = (j: number): void => {
        if (j >= Math.min(K.length, start + blockSize)) return;
        scores.push(q.reduce((t, x, c) => t + x * K[j][c], 0) / Math.sqrt(q.length));
        fill(j + 1);
      };
      fill(start);
      const top = Math.max(m, ...scores), keep = Math.exp(m - top);
      l *= keep;
      o.forEach((x, c) => { o[c] = x * keep; });
      scores.forEach((s, j) => {
        const p = Math.exp(s - top);
        l += p;
        o.forEach((x, c) => { o[c] = x + p * V[start + j][c]; });
      });
      m = top;
      from(start + blockSize);
    };
    from(0);
    return o.map((x) => x / l);
  });
}
