// misconception: last-only
export function causalMask(n: number): boolean[][] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => i === n - 1 || j !== n - 1));
}
