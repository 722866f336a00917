// takes the nearer one of the two neighbours
export function quantizeInt8(x: number[]): { q: number[]; scale: number } {
  const scale = Math.hypot(...x) === 0 ? 0 : Math.max(...x, ...x.map((v) => -v)) / 127;
  const nearest = (v: number) => {
    if (scale === 0) return 0;
    const below = Math.floor(v / scale);
    return Math.abs(v - below * scale) <= Math.abs((below + 1) * scale - v) ? below : below + 1;
  };
  return { q: x.map(nearest), scale };
}
export function dequantize({ q, scale }: { q: number[]; scale: number }): number[] {
  return q.reduce<number[]>((out, v) => [...out, v * scale], []);
}
