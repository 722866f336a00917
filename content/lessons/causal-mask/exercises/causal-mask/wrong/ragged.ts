// misconception: ragged
export function causalMask(n: number): boolean[][] {
  const mask: boolean[][] = [];
  for (let i = 0; i < n; i++) {
    mask.push([]);
    for (let j = 0; j <= i; j++) mask[i].push(true);
  }
  return mask;
}
