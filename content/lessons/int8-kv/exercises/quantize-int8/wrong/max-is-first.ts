// misconception: max-is-first
export function quantizeInt8(x: number[]): { q: number[]; scale: number } {
  const amax = Math.abs(x[0]);
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.map(v => Math.round(v / scale));
  return { q, scale: scale };
}
export function dequantize(p: { q: number[]; scale: number }): number[] {
  return p.q.map(v => v * p.scale);
}
