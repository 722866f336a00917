// misconception: none
export function causalMask(n: number): boolean[][] {
  const mask: boolean[][] = [];
  for (let i = 1; i < n; i++) mask.push(Array.from({ length: n }, (_, j) => j <= i));
  return mask;
}
