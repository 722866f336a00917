const f = Math.fround;
export function onlineSoftmax(xs: Iterable<number>) {
  let max = -Infinity, sum = 0;
  for (const v of xs) {
    const x = f(v), top = Math.max(max, x);
    sum = f(f(sum * f(Math.exp(f(max - top)))) + f(Math.exp(f(x - top))));
    max = top;
  }
  return { max, sum };
}
