// misconception: ceil
export function quantizeInt8(x: number[]): { q: number[]; scale: number } {
  const amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.map(v => Math.max(-127, Math.min(127, Math.ceil(v / scale))));
  return { q, scale };
}
export function dequantize(p: { q: number[]; scale: number }): number[] {
  return p.q.map(v => v * p.scale);
}
