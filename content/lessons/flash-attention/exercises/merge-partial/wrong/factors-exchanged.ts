// misconception: factors-exchanged
type Part = { m: number; l: number; o: number[] };
export function mergePartial(a: Part, b: Part): Part {
  if (a.l === 0) return { ...b, o: [...b.o] };
  if (b.l === 0) return { ...a, o: [...a.o] };
  const m = Math.max(a.m, b.m);
  const ea = Math.exp(b.m - m), eb = Math.exp(a.m - m);
  const l = a.l * ea + b.l * eb;
  return { m, l, o: a.o.map((x, c) => (a.l * ea * x + b.l * eb * b.o[c]) / l) };
}
