// misconception: first-item-lost
export function onlineSoftmax(xs: Iterable<number>) {
  const it = xs[Symbol.iterator]();
  let max = it.next().value as number, sum = 0;
  for (let r = it.next(); !r.done; r = it.next()) {
    if (r.value > max) { sum *= Math.exp(max - r.value); max = r.value; }
    sum += Math.exp(r.value - max);
  }
  return { max, sum };
}
