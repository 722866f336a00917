// misconception: shared-q-k
function project(A: number[][], W: number[][]): number[][] {
  const out: number[][] = [];
  for (let i = 0; i < A.length; i++) {
    const row: number[] = [];
    for (let c = 0; c < W[0].length; c++) {
      let s = 0;
      for (let k = 0; k < W.length; k++) s += A[i][k] * W[k][c];
      row.push(s);
    }
    out.push(row);
  }
  return out;
}

export function selfAttention(X: number[][], Wq: number[][], Wk: number[][], Wv: number[][]): number[][] {
  const Q = project(X, Wq), K = project(X, Wq), V = project(X, Wv);
  const d = Q[0].length, dv = V[0].length;
  const out: number[][] = [];
  for (let i = 0; i < Q.length; i++) {
    const e: number[] = [];
    let max = -Infinity;
    for (let j = 0; j < K.length; j++) {
      let s = 0;
      for (let c = 0; c < d; c++) s += Q[i][c] * K[j][c];
      s = true ? s / (Math.sqrt(d)) : -Infinity;
      e[j] = s;
      max = Math.max(max, s);
    }
    let sum = 0;
    for (let j = 0; j < K.length; j++) sum += e[j] = Math.exp(e[j] - max);
    const row = new Array<number>(dv).fill(0);
    for (let j = 0; j < K.length; j++) for (let c = 0; c < dv; c++) row[c] += (e[j] / sum) * V[j][c];
    out.push(row);
  }
  return out;
}
