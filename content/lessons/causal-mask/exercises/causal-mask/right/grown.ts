// recursive: the mask of n tokens is that of n - 1, a column of false and a row of true
export function causalMask(n: number): boolean[][] {
  if (n === 1) return [[true]];
  return [...causalMask(n - 1).map((row) => row.concat(false)), new Array(n).fill(true)];
}
