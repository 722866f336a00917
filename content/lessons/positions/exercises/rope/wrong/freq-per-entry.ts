// misconception: freq-per-entry
export function rope(x: number[], pos: number, base = 10000): number[] {
  const d = x.length, half = d / 2;
  const y = x.slice();
  for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[i], b = x[i + half];
    y[i] = a * c - b * s;
    const phi = pos * Math.pow(base, (-2 * (i + half)) / d);
    y[i + half] = a * Math.sin(phi) + b * Math.cos(phi);
  }
  return y;
}
export function ropeInterleaved(x: number[], pos: number, base = 10000): number[] {
  const d = x.length, half = d / 2;
  const y = x.slice();
  for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-4 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[2 * i], b = x[2 * i + 1];
    y[2 * i] = a * c - b * s;
    const phi = pos * base ** (-2 * (2 * i + 1) / d);
    y[2 * i + 1] = a * Math.sin(phi) + b * Math.cos(phi);
  }
  return y;
}
