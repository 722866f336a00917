const f = Math.fround;
type Part = { m: number; l: number; o: number[] };
export function mergePartial(a: Part, b: Part): Part {
  const m = f(Math.max(a.m, b.m));
  const weigh = (p: Part) => (p.l === 0 ? 0 : f(f(p.l) * f(Math.exp(f(f(p.m) - m)))));
  const wa = weigh(a), wb = weigh(b), l = f(wa + wb);
  return { m, l, o: a.o.map((x, c) => (l === 0 ? 0 : f(f(f(wa * f(x)) + f(wb * f(b.o[c]))) / l))) };
}
