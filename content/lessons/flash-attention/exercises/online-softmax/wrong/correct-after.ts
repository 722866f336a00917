// misconception: correct-after
export function onlineSoftmax(xs: Iterable<number>): { max: number; sum: number } {
  let max = -Infinity, sum = 0;
  for (const x of xs) {
    const top = Math.max(max, x);
    sum = (sum + Math.exp(x - top)) * Math.exp(max - top);
    max = top;
  }
  return { max, sum };
}
