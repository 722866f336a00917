// misconception: no-rescale
export function onlineSoftmax(xs: Iterable<number>): { max: number; sum: number } {
  let max = -Infinity, sum = 0;
  for (const x of xs) {
    max = Math.max(max, x);
    sum += Math.exp(x - max);
  }
  return { max, sum };
}
