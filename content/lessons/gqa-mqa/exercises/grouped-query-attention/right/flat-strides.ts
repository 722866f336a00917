// flat typed arrays, heads addressed by stride
export function groupedQueryAttention(Q: number[][][], K: number[][][], V: number[][][]): number[][][] {
  const h = Q.length, n = Q[0].length, d = Q[0][0].length, g = K.length, m = K[0].length, dv = V[0][0].length;
  const q = Float64Array.from(Q.flat(2)), k = Float64Array.from(K.flat(2)), v = Float64Array.from(V.flat(2));
  const o = new Float64Array(h * n * dv), p = new Float64Array(m);
  for (let x = 0; x < h * n; x++) {
    const kv = Math.floor((Math.floor(x / n) * g) / h);
    let max = -Infinity, sum = 0;
    for (let j = 0; j < m; j++) {
      p[j] = 0;
      for (let c = 0; c < d; c++) p[j] += q[x * d + c] * k[(kv * m + j) * d + c];
      p[j] /= Math.sqrt(d);
      max = Math.max(max, p[j]);
    }
    for (let j = 0; j < m; j++) sum += p[j] = Math.exp(p[j] - max);
    for (let j = 0; j < m; j++) for (let c = 0; c < dv; c++) o[x * dv + c] += (p[j] / sum) * v[(kv * m + j) * dv + c];
  }
  return Array.from({ length: h }, (_, i) =>
    Array.from({ length: n }, (_, t) => Array.from(o.subarray((i * n + t) * dv, (i * n + t + 1) * dv))));
}
