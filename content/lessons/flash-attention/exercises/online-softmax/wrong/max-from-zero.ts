// misconception: max-from-zero
export function onlineSoftmax(xs: Iterable<number>): { max: number; sum: number } {
  let max = 0, sum = 0;
  for (const x of xs) {
    const top = Math.max(max, x);
    sum = sum * Math.exp(max - top) + Math.exp(x - top);
    max = top;
  }
  return { max, sum };
}
