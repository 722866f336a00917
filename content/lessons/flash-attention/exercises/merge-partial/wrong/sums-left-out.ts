// misconception: sums-left-out
type Part = { m: number; l: number; o: number[] };
export function mergePartial(a: Part, b: Part): Part {
  if (a.l === 0) return { ...b, o: [...b.o] };
  if (b.l === 0) return { ...a, o: [...a.o] };
  const m = Math.max(a.m, b.m);
  const ea = Math.exp(a.m - m), eb = Math.exp(b.m - m);
  const l = a.l * ea + b.l * eb;
  return { m, l, o: a.o.map((x, c) => (ea * x + eb * b.o[c]) / (ea + eb)) };
}
