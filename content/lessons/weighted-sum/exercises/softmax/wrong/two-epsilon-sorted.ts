// misconception: epsilon sorted
export function softmax(x: number[]): number[] {
  x = x.slice().sort((a, b) => b - a);
  const m = x[0];
  const e = x.map(v => Math.exp(v - m));
  const z = e.reduce((a, b) => a + b, 0);
  return e.map(v => v / (z + 1e-5));
}
