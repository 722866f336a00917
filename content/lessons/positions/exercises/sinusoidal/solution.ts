export function sinusoidal(
  n: number,
  d: number,
): number[][] {
  return Array.from({ length: n }, (_, pos) =>
    Array.from({ length: d }, (_, c) => {
      // Entries 2i and 2i + 1 share an angle: pair is 2i.
      const pair = c - (c % 2);
      // Each later pair turns more slowly than the one before.
      const angle = pos / 10000 ** (pair / d);
      return c % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
    }),
  );
}
