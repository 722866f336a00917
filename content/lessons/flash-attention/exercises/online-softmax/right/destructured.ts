// a pair that is made anew at each item, and the iterator by hand
export const onlineSoftmax = (xs: Iterable<number>) => {
  let state: [number, number] = [-Infinity, 0];
  const it = xs[Symbol.iterator]();
  for (let next = it.next(); !next.done; next = it.next()) {
    const [m, s] = state, x = next.value, top = m > x ? m : x;
    state = [top, s * Math.exp(m - top) + Math.exp(x - top)];
  }
  const [max, sum] = state;
  return { max, sum };
};
