// misconception: sigmoid
export function softmax(x: number[]): number[] {
  const m = Math.max(...x);
  const e = x.map(v => Math.exp(v - m));
  const z = e.reduce((a, b) => a + b, 0);
  return x.map(v => 1 / (1 + Math.exp(-v)));
}
