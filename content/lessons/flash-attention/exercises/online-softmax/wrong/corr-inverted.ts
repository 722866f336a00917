// misconception: corr-inverted
export function onlineSoftmax(xs: Iterable<number>): { max: number; sum: number } {
  let max = -Infinity, sum = 0;
  for (const x of xs) {
    const top = Math.max(max, x);
    sum = (max === -Infinity ? 0 : sum * Math.exp(top - max)) + Math.exp(x - top);
    max = top;
  }
  return { max, sum };
}
