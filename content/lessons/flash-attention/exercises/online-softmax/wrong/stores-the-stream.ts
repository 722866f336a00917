// misconception: none
export function onlineSoftmax(xs: Iterable<number>) {
  const all = [...xs];
  const max = Math.max(...all);
  return { max, sum: all.reduce((s, x) => s + Math.exp(x - max), 0) };
}
