// misconception: no-rescale
export function onlineSoftmax(xs: Iterable<number>): { max: number; sum: number } {
  let max = -Infinity, sum = 0;
  for (const x of xs) {
    const old = max = Math.max(max, x);
    sum = sum * Math.exp(old - max) + Math.exp(x - max);
  }
  return { max, sum };
}
