// misconception: epsilon clamp
export function softmax(x: number[]): number[] {
  x = x.map(v => Math.max(-50, Math.min(50, v)));
  const m = Math.max(...x);
  const e = x.map(v => Math.exp(v - m));
  const z = e.reduce((a, b) => a + b, 0);
  return e.map(v => v / (z + 1e-5));
}
