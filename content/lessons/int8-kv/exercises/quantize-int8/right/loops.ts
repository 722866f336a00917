export function quantizeInt8(x: number[]): { q: number[]; scale: number } {
  let lo = 0, hi = 0;
  for (let i = 0; i < x.length; i++) {
    if (x[i] < lo) lo = x[i];
    if (x[i] > hi) hi = x[i];
  }
  const scale = Math.max(hi, -lo) / 127;
  const q: number[] = [];
  for (let i = 0; i < x.length; i++) q.push(scale > 0 ? Math.round(x[i] / scale) : 0);
  return { q, scale };
}
export function dequantize(t: { q: number[]; scale: number }): number[] {
  const out: number[] = [];
  for (let i = 0; i < t.q.length; i++) out[i] = t.scale * t.q[i];
  return out;
}
