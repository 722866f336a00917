// keeps the log-sum-exp, and gives the sum back at the end
export function onlineSoftmax(xs: Iterable<number>) {
  let max = -Infinity, lse = -Infinity;
  for (const x of xs) {
    max = Math.max(max, x);
    const hi = Math.max(lse, x), lo = Math.min(lse, x);
    lse = hi + Math.log1p(Math.exp(lo - hi));
  }
  return { max, sum: Math.exp(lse - max) };
}
