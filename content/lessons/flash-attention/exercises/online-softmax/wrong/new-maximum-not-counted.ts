// misconception: new-maximum-not-counted
export function onlineSoftmax(xs: Iterable<number>): { max: number; sum: number } {
  let max = -Infinity, sum = 0;
  for (const x of xs) {
    if (x > max) { sum *= Math.exp(max - x); max = x; }
    else sum += Math.exp(x - max);
  }
  return { max, sum };
}
