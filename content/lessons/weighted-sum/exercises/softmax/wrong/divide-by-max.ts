// misconception: divide-by-max
export function softmax(x: number[]): number[] {
  const m = Math.max(...x);
  const e = x.map(v => Math.exp(v - m));
  const z = Math.max(...e);
  return e.map(v => v / z);
}
