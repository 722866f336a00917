// misconception: none
export function onlineSoftmax(xs: Iterable<number>) {
  const all = Float64Array.from(xs);
  let max = -Infinity, sum = 0;
  for (const x of all) max = Math.max(max, x);
  for (const x of all) sum += Math.exp(x - max);
  return { max, sum };
}
