export function onlineSoftmax(xs: Iterable<number>): { max: number; sum: number } {
  let max = -Infinity;
  let sum = 0;
  // You can iterate over the stream only once.
  for (const x of xs) {

  }
  return { max, sum };
}
