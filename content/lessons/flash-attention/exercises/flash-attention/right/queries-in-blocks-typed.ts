// tiles of queries × keys, everything inside in typed arrays
export function flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] {
  const nQ = Q.length, nK = K.length, d = Q[0].length, dv = V[0].length;
  const out: number[][] = [];
  const tile = new Float64Array(Math.min(blockSize, nQ) * Math.min(blockSize, nK));
  for (let q0 = 0; q0 < nQ; q0 += blockSize) {
    const rows = Math.min(blockSize, nQ - q0);
    const m = new Float64Array(rows).fill(-Infinity), l = new Float64Array(rows), o = new Float64Array(rows * dv);
    for (let k0 = 0; k0 < nK; k0 += blockSize) {
      const cols = Math.min(blockSize, nK - k0);
      for (let r = 0; r < rows; r++) {
        let top = m[r];
        for (let j = 0; j < cols; j++) {
          let s = 0;
          for (let c = 0; c < d; c++) s += Q[q0 + r][c] * K[k0 + j][c];
          s /= Math.sqrt(d);
          tile[r * cols + j] = s;
          if (s > top) top = s;
        }
        const keep = Math.exp(m[r] - top);
        l[r] *= keep;
        for (let c = 0; c < dv; c++) o[r * dv + c] *= keep;
        for (let j = 0; j < cols; j++) {
          const p = Math.exp(tile[r * cols + j] - top);
          l[r] += p;
          for (let c = 0; c < dv; c++) o[r * dv + c] += p * V[k0 + j][c];
        }
        m[r] = top;
      }
    }
    for (let r = 0; r < rows; r++) out.push(Array.from(o.subarray(r * dv, (r + 1) * dv), (x) => x / l[r]));
  }
  return out;
}
