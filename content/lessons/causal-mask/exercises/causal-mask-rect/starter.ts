// The queries are the last nQ of nK tokens,
// as for new tokens with a cache.
export function causalMaskRect(
  nQ: number,
  nK: number,
): boolean[][] {
  return Array.from({ length: nQ }, (_, i) =>
    Array.from({ length: nK }, (_, j) => j <= i),
  );
}
