const f = Math.fround;
export function pagedAttend(q: number[], kPages: number[][][], vPages: number[][][], blockTable: number[], length: number): number[] {
  const B = kPages[0].length;
  const at = (pages: number[][][], t: number) => pages[blockTable[(t - (t % B)) / B]][t % B];
  const s = Array.from({ length }, (_, t) => f(at(kPages, t).reduce((a, x, c) => f(a + f(f(x) * f(q[c]))), 0) / f(Math.sqrt(q.length))));
  const m = Math.max(...s);
  const e = s.map((x) => f(Math.exp(f(x - m))));
  const z = e.reduce((a, b) => f(a + b), 0);
  return at(vPages, 0).map((_, c) => e.reduce((a, p, t) => f(a + f(f(p / z) * f(at(vPages, t)[c]))), 0));
}
