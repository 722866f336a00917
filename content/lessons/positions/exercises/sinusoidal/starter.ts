// Row pos is the code of position pos: d numbers.
export function sinusoidal(
  n: number,
  d: number,
): number[][] {
  return Array.from({ length: n }, (_, pos) =>
    Array.from({ length: d }, (_, c) => 0),
  );
}
