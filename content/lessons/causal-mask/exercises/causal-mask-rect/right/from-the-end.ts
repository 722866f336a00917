// distance to the last query and to the last key
export function causalMaskRect(nQ: number, nK: number): boolean[][] {
  const mask: boolean[][] = [];
  for (let i = 0; i < nQ; i++) {
    mask[i] = [];
    for (let j = 0; j < nK; j++) mask[i][j] = nK - 1 - j >= nQ - 1 - i;
  }
  return mask;
}
