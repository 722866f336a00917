// misconception: walked-twice
export function onlineSoftmax(xs: Iterable<number>) {
  let max = -Infinity, sum = 0;
  for (const x of xs) if (x > max) max = x;
  for (const x of xs) sum += Math.exp(x - max);
  return { max, sum };
}
