// Entry [i][j] is true if token i may attend to token j.
export function causalMask(n: number): boolean[][] {
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => true),
  );
}
