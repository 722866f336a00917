// misconception: l2
export function softmax(x: number[]): number[] {
  const m = Math.max(...x);
  const e = x.map(v => Math.exp(v - m));
  const z = Math.sqrt(e.reduce((a, b) => a + b * b, 0));
  return e.map(v => v / z);
}
