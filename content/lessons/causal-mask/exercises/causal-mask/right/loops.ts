export function causalMask(n: number): boolean[][] {
  const mask: boolean[][] = [];
  for (let i = 0; i < n; i++) {
    const row: boolean[] = [];
    for (let j = 0; j < n; j++) row.push(!(j > i));
    mask.push(row);
  }
  return mask;
}
