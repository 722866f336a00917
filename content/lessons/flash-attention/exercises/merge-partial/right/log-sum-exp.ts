// through the log-sum-exp of each part
type Part = { m: number; l: number; o: number[] };
const lse = (p: Part) => p.m + Math.log(p.l);
export const mergePartial = (a: Part, b: Part): Part => {
  if (!(a.l > 0)) return { m: b.m, l: b.l, o: Array.from(b.o) };
  if (!(b.l > 0)) return { m: a.m, l: a.l, o: Array.from(a.o) };
  const hi = Math.max(lse(a), lse(b)), lo = Math.min(lse(a), lse(b));
  const both = hi + Math.log1p(Math.exp(lo - hi));
  const m = Math.max(a.m, b.m);
  const [wa, wb] = [a, b].map((p) => Math.exp(lse(p) - both));
  return { m, l: Math.exp(both - m), o: a.o.map((_, c) => wa * a.o[c] + wb * b.o[c]) };
};
