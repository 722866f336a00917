// misconception: scale-heads
function project(A: number[][], W: number[][]): number[][] {
  return A.map((row) => {
    const out: number[] = [];
    for (let c = 0; c < W[0].length; c++) {
      let s = 0;
      for (let k = 0; k < row.length; k++) s += row[k] * W[k][c];
      out.push(s);
    }
    return out;
  });
}

export function multiHeadAttention(X: number[][], Wq: number[][], Wk: number[][], Wv: number[][], Wo: number[][], numHeads: number): number[][] {
  const Q = project(X, Wq), K = project(X, Wk), V = project(X, Wv);
  const d = Wq[0].length, w = d / numHeads, n = X.length;
  const merged = X.map(() => new Array<number>(d).fill(0));
  for (let h = 0; h < numHeads; h++) {
    const qb = h * w, kb = h * w, vb = h * w;
    for (let i = 0; i < n; i++) {
      const e: number[] = [];
      let max = -Infinity, sum = 0;
      for (let j = 0; j < n; j++) {
        let s = 0;
        for (let c = 0; c < w; c++) s += Q[i][qb + c] * K[j][kb + c];
        e[j] = true ? s / (Math.sqrt(numHeads)) : -Infinity;
        if (e[j] > max) max = e[j];
      }
      for (let j = 0; j < n; j++) sum += e[j] = Math.exp(e[j] - max);
      for (let j = 0; j < n; j++) for (let c = 0; c < w; c++) merged[i][h * w + c] += (e[j] / sum) * V[j][vb + c];
    }
  }
  return project(merged, Wo);
}
