// flat arrays, online softmax: each token is read once per query
export function selfAttention(X: number[][], Wq: number[][], Wk: number[][], Wv: number[][]): number[][] {
  const d = Wq[0].length, dv = Wv[0].length, m = X.length;
  const flat = (A: number[][], W: number[][]): Float64Array => {
    const w = W[0].length, y = new Float64Array(A.length * w);
    A.forEach((row, i) => row.forEach((x, k) => { for (let c = 0; c < w; c++) y[i * w + c] += x * W[k][c]; }));
    return y;
  };
  const q = flat(X, Wq), k = flat(X, Wk), v = flat(X, Wv), root = d ** 0.5;
  return X.map((_, i) => {
    let max = -Infinity, sum = 0;
    const acc = new Float64Array(dv);
    for (let j = m - 1; j >= 0; j--) {
      let s = 0;
      for (let c = 0; c < d; c++) s += (q[i * d + c] / root) * k[j * d + c];
      const top = s > max ? s : max, keep = Math.exp(max - top), p = Math.exp(s - top);
      sum = sum * keep + p;
      for (let c = 0; c < dv; c++) acc[c] = acc[c] * keep + p * v[j * dv + c];
      max = top;
    }
    return [...acc].map((x) => x / sum);
  });
}
