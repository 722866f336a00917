// every operation rounded to single precision, as a GPU would
const f = Math.fround;
export function quantizeInt8(x: number[]): { q: number[]; scale: number } {
  const max = x.reduce((m, v) => Math.max(m, Math.abs(f(v))), 0);
  const scale = f(max / 127);
  if (max === 0) return { scale: 1e-12, q: new Array(x.length).fill(0) };
  return { scale, q: x.map((v) => Math.max(-127, Math.min(127, Math.round(f(f(v) / scale))))) };
}
export function dequantize(t: { q: number[]; scale: number }): number[] {
  return t.q.map((v) => f(v * f(t.scale)));
}
