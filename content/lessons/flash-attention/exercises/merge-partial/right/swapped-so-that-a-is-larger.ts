type Part = { m: number; l: number; o: number[] };
export function mergePartial(a: Part, b: Part): Part {
  if (b.m > a.m) return mergePartial(b, a);
  const keep = b.l === 0 ? 0 : b.l * Math.exp(b.m - a.m);
  const l = a.l + keep;
  const o = new Float64Array(a.o.length);
  if (l > 0) for (let c = 0; c < o.length; c++) o[c] = (a.l * a.o[c] + keep * b.o[c]) / l;
  return { m: a.m, l, o: [...o] };
}
