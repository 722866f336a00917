export function quantizeInt8(x: number[]): { q: number[]; scale: number } {
  // 127 steps reach the largest magnitude, on either side of 0.
  const max = Math.max(...x.map(Math.abs));
  const scale = max / 127;
  // All zeros: there is nothing to divide.
  if (scale === 0) return { q: x.map(() => 0), scale };
  // To the nearest whole number, so at most half a step off. No clip is needed:
  // |x| / scale is at most 127.
  return { q: x.map((v) => Math.round(v / scale)), scale };
}

export function dequantize(t: { q: number[]; scale: number }): number[] {
  return t.q.map((v) => v * t.scale);
}
