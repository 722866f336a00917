// misconception: freq-outside
export function rope(x: number[], pos: number, base = 10000): number[] {
  const d = x.length, half = d / 2;
  const y = x.slice();
  for (let i = 0; i < half; i++) {
    const theta = Math.pow(base, (-2 * i) / d);
    const c = Math.cos(pos) * theta, s = Math.sin(pos) * theta;
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
    const theta = Math.pow(base, (-2 * i) / d);
    const c = Math.cos(pos) * theta, s = Math.sin(pos) * theta;
    const a = x[2 * i], b = x[2 * i + 1];
    y[2 * i] = a * c - b * s;
    y[2 * i + 1] = a * s + b * c;
  }
  return y;
}
