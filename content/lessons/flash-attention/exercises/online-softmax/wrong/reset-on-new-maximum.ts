// misconception: reset-on-new-maximum
export function onlineSoftmax(xs: Iterable<number>): { max: number; sum: number } {
  let max = -Infinity, sum = 0;
  for (const x of xs) {
    if (x > max) { max = x; sum = 1; }
    else sum += Math.exp(x - max);
  }
  return { max, sum };
}
