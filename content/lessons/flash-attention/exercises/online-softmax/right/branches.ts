export function onlineSoftmax(xs: Iterable<number>): { max: number; sum: number } {
  let max = Number.NEGATIVE_INFINITY, sum = 0;
  for (const x of xs) {
    if (x > max) {
      sum = sum * Math.exp(max - x) + 1;
      max = x;
    } else {
      sum += Math.exp(x - max);
    }
  }
  return { sum, max };
}
