// misconception: last-as-max
export function onlineSoftmax(xs: Iterable<number>): { max: number; sum: number } {
  let max = -Infinity, sum = 0;
  for (const x of xs) {
    sum = sum * Math.exp(max - x) + 1;
    max = x;
  }
  return { max, sum };
}
