// reads eight items at a time into one typed buffer
export function onlineSoftmax(xs: Iterable<number>) {
  const chunk = new Float64Array(8);
  let n = 0, max = -Infinity, sum = 0;
  const empty = () => {
    if (n === 0) return;
    let top = max;
    for (let i = 0; i < n; i++) top = Math.max(top, chunk[i]);
    sum *= Math.exp(max - top);
    for (let i = 0; i < n; i++) sum += Math.exp(chunk[i] - top);
    max = top;
    n = 0;
  };
  for (const x of xs) {
    chunk[n++] = x;
    if (n === 8) empty();
  }
  empty();
  return { max, sum };
}
