type Part = { m: number; l: number; o: number[] };

export function mergePartial(a: Part, b: Part): Part {
  // A part without keys changes nothing; two of them would give -Infinity - -Infinity.
  if (b.l === 0) return { ...a, o: a.o.slice() };
  if (a.l === 0) return { ...b, o: b.o.slice() };

  // Bring both sums to the common maximum.
  const m = Math.max(a.m, b.m);
  const la = a.l * Math.exp(a.m - m);
  const lb = b.l * Math.exp(b.m - m);
  const l = la + lb;
  // Each output is an average over its own keys, so the merged one is their weighted mean.
  return { m, l, o: a.o.map((x, c) => (la * x + lb * b.o[c]) / l) };
}
