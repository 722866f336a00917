// misconception: first-overwritten
export function rope(x: number[], pos: number, base = 10000): number[] {
  const d = x.length, half = d / 2;
  const y = x.slice();
  for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    y[i] = y[i] * c - y[i + half] * s;
    y[i + half] = y[i] * s + y[i + half] * c;
  }
  return y;
}
export function ropeInterleaved(x: number[], pos: number, base = 10000): number[] {
  const d = x.length, half = d / 2;
  const y = x.slice();
  for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    y[2 * i] = y[2 * i] * c - y[2 * i + 1] * s;
    y[2 * i + 1] = y[2 * i] * s + y[2 * i + 1] * c;
  }
  return y;
}
