// misconception: not-aligned
type Part = { m: number; l: number; o: number[] };
export function mergePartial(a: Part, b: Part): Part {
  if (a.l === 0) return { ...b, o: [...b.o] };
  if (b.l === 0) return { ...a, o: [...a.o] };
  const m = Math.max(a.m, b.m);
  const ea = Math.exp(a.m - m), eb = Math.exp(b.m - m);
  const l = a.l + b.l;
  return { m, l, o: a.o.map((x, c) => (a.l * x + b.l * b.o[c]) / l) };
}
