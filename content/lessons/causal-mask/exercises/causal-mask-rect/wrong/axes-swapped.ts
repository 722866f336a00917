// misconception: axes-swapped
export function causalMaskRect(nQ: number, nK: number): boolean[][] {
  return Array.from({ length: nK }, (_, i) => Array.from({ length: nQ }, (_, j) => i <= j + nK - nQ));
}
