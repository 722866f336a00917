// misconception: degrees no-cross-term
export function rope(x: number[], pos: number, base = 10000): number[] {
  const d = x.length, half = d / 2;
  const y = x.slice();
  for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos((theta * Math.PI) / 180), s = Math.sin((theta * Math.PI) / 180);
    const a = x[i], b = x[i + half];
    y[i] = a * c;
    y[i + half] = b * c;
  }
  return y;
}
export function ropeInterleaved(x: number[], pos: number, base = 10000): number[] {
  const d = x.length, half = d / 2;
  const y = x.slice();
  for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos((theta * Math.PI) / 180), s = Math.sin((theta * Math.PI) / 180);
    const a = x[2 * i], b = x[2 * i + 1];
    y[2 * i] = a * c;
    y[2 * i + 1] = b * c;
  }
  return y;
}
