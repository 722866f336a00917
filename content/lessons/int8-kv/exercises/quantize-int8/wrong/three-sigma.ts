// misconception: std-clip
export function quantizeInt8(x: number[]): { q: number[]; scale: number } {
  const amax = 3 * Math.sqrt(x.reduce((s, v) => s + v * v, 0) / x.length);
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.map(v => Math.max(-127, Math.min(127, Math.round(v / scale))));
  return { q, scale: scale };
}
export function dequantize(p: { q: number[]; scale: number }): number[] {
  return p.q.map(v => v * p.scale);
}
