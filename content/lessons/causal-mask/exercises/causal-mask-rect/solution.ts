export function causalMaskRect(
  nQ: number,
  nK: number,
): boolean[][] {
  // Query i is token i + past. With more queries than
  // keys, past is negative and the first rows are all false.
  const past = nK - nQ;

  return Array.from({ length: nQ }, (_, i) =>
    Array.from({ length: nK }, (_, j) => j <= i + past),
  );
}
