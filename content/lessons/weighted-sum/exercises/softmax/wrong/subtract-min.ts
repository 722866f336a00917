// misconception: subtract-min
export function softmax(x: number[]): number[] {
  const m = Math.min(...x);
  const e = x.map(v => Math.exp(v - m));
  const z = e.reduce((a, b) => a + b, 0);
  return e.map(v => v / z);
}
