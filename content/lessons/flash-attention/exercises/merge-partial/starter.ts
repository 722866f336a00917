type Part = { m: number; l: number; o: number[] };

export function mergePartial(a: Part, b: Part): Part {
  // m: the largest score. l: the sum of exp(score - m). o: the output over this part alone.
  const m = Math.max(a.m, b.m);

  return { m, l: a.l + b.l, o: a.o.map((x, c) => (x + b.o[c]) / 2) };
}
