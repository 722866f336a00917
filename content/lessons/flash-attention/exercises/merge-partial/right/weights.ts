// the weight of b as a number between 0 and 1
type Part = { m: number; l: number; o: number[] };
export function mergePartial(a: Part, b: Part): Part {
  const m = a.m > b.m ? a.m : b.m;
  if (m === -Infinity) return { m, l: 0, o: new Array(a.o.length).fill(0) };
  const la = Math.exp(a.m - m) * a.l, lb = Math.exp(b.m - m) * b.l;
  const t = lb / (la + lb);
  return { o: a.o.map((x, c) => x + t * (b.o[c] - x)), m, l: la + lb };
}
