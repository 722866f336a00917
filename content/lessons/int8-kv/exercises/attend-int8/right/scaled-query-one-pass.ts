// the query takes the root, the running weights take the values' scales
export function attendInt8(q: number[], K8: { q: number[]; scale: number }[], V8: { q: number[]; scale: number }[]): number[] {
  const x = Float64Array.from(q, (v) => v / Math.sqrt(q.length));
  const o = new Float64Array(V8[0].q.length);
  let m = -Infinity, l = 0;
  for (let j = 0; j < K8.length; j++) {
    let s = 0;
    for (let c = 0; c < x.length; c++) s += x[c] * K8[j].q[c];
    s *= K8[j].scale;
    const top = Math.max(m, s), keep = Math.exp(m - top), p = Math.exp(s - top);
    l = l * keep + p;
    for (let c = 0; c < o.length; c++) o[c] = o[c] * keep + p * V8[j].scale * V8[j].q[c];
    m = top;
  }
  return Array.from(o, (v) => v / l);
}
