// misconception: sum-of-items
export function onlineSoftmax(xs: Iterable<number>): { max: number; sum: number } {
  let max = -Infinity, sum = 0;
  for (const x of xs) {
    max = Math.max(max, x);
    sum += x;
  }
  return { max, sum };
}
