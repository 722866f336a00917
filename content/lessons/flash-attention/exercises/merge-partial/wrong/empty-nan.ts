// misconception: empty-nan
type Part = { m: number; l: number; o: number[] };
export function mergePartial(a: Part, b: Part): Part {
  
  const m = Math.max(a.m, b.m);
  const ea = Math.exp(a.m - m), eb = Math.exp(b.m - m);
  const l = a.l * ea + b.l * eb;
  return { m, l, o: a.o.map((x, c) => (a.l * ea * x + b.l * eb * b.o[c]) / l) };
}
