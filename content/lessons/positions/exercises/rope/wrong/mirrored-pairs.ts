// misconception: mirrored-pairs
export function rope(x: number[], pos: number, base = 10000): number[] {
  const d = x.length, half = d / 2;
  const y = x.slice();
  for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[i], b = x[d - 1 - i];
    y[i] = a * c - b * s;
    y[d - 1 - i] = a * s + b * c;
  }
  return y;
}
export function ropeInterleaved(x: number[], pos: number, base = 10000): number[] {
  const d = x.length, half = d / 2;
  const y = x.slice();
  for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[i], b = x[d - 1 - i];
    y[i] = a * c - b * s;
    y[d - 1 - i] = a * s + b * c;
  }
  return y;
}
