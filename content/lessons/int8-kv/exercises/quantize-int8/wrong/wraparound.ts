// misconception: wraparound
export function quantizeInt8(x: number[]): { q: number[]; scale: number } {
  const amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 150;
  const q = Array.from(Int8Array.from(x, v => Math.round(v / scale)));
  return { q, scale };
}
export function dequantize(p: { q: number[]; scale: number }): number[] {
  return p.q.map(v => v * p.scale);
}
