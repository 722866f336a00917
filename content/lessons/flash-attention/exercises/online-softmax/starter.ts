export function onlineSoftmax(xs: Iterable<number>): { max: number; sum: number } {
  let max = -Infinity;
  let sum = 0;
  // The stream can be walked once only.
  for (const x of xs) {

  }
  return { max, sum };
}
