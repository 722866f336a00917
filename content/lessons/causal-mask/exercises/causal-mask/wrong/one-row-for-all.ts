// misconception: no-mask
export function causalMask(n: number): boolean[][] {
  const mask: boolean[][] = new Array(n).fill(new Array(n).fill(false));
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) mask[i][j] = true;
  return mask;
}
