// misconception: freq-inclusive
export function rope(x: number[], pos: number, base = 10000): number[] {
  const d = x.length, half = d / 2;
  const y = x.slice();
  for (let i = 0; i < half; i++) {
    const theta = pos / base ** (i / (half - 1));
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[i], b = x[i + half];
    y[i] = a * c - b * s;
    y[i + half] = a * s + b * c;
  }
  return y;
}
export function ropeInterleaved(x: number[], pos: number, base = 10000): number[] {
  const d = x.length, half = d / 2;
  const y = x.slice();
  for (let i = 0; i < half; i++) {
    const theta = pos / base ** (i / (half - 1));
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[2 * i], b = x[2 * i + 1];
    y[2 * i] = a * c - b * s;
    y[2 * i + 1] = a * s + b * c;
  }
  return y;
}
