// misconception: corr-inverted
type Part = { m: number; l: number; o: number[] };
export function mergePartial(a: Part, b: Part): Part {
  if (a.l === 0) return { ...b, o: [...b.o] };
  if (b.l === 0) return { ...a, o: [...a.o] };
  const m = Math.max(a.m, b.m);
  const ea = Math.exp(m - a.m), eb = Math.exp(m - b.m);
  const l = a.l * ea + b.l * eb;
  return { m, l, o: a.o.map((x, c) => (a.l * ea * x + b.l * eb * b.o[c]) / l) };
}
