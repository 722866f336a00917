// misconception: none
type Part = { m: number; l: number; o: number[] };
export function mergePartial(a: Part, b: Part): Part {
  if (b.l === 0) return a;
  const m = Math.max(a.m, b.m), la = a.l * Math.exp(a.m - m), lb = b.l * Math.exp(b.m - m);
  a.m = m; a.l = la + lb;
  for (let c = 0; c < a.o.length; c++) a.o[c] = (la * a.o[c] + lb * b.o[c]) / a.l;
  return a;
}
