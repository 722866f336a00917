export function causalMask(n: number): boolean[][] {
  // Row i is a query, column j a key. A token sees the
  // past and itself, so no row is empty.
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => j <= i),
  );
}
