// misconception: zero-nan
export function quantizeInt8(x: number[]): { q: number[]; scale: number } {
  const amax = Math.max(...x.map(Math.abs));
  const scale = amax / 127;
  const q = x.map(v => Math.max(-127, Math.min(127, Math.round(v / scale))));
  return { q, scale: scale };
}
export function dequantize(p: { q: number[]; scale: number }): number[] {
  return p.q.map(v => v * p.scale);
}
