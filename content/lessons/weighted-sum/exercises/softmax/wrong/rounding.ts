// misconception: rounding
export function softmax(x: number[]): number[] {
  const m = Math.max(...x);
  const e = x.map(v => Math.exp(v - m));
  const z = e.reduce((a, b) => a + b, 0);
  return e.map(v => Math.round((v / z) * 1e4) / 1e4);
}
