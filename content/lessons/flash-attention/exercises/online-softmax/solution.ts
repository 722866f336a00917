export function onlineSoftmax(xs: Iterable<number>): { max: number; sum: number } {
  let max = -Infinity;
  let sum = 0;
  for (const x of xs) {
    // A larger maximum shrinks every earlier term by the same factor.
    // At the first item that is exp(-Infinity) = 0, and there is nothing to shrink.
    const newMax = Math.max(max, x);
    sum = sum * Math.exp(max - newMax) + Math.exp(x - newMax);
    max = newMax;
  }
  return { max, sum };
}
