// misconception: none
export function causalMaskRect(nQ: number, nK: number): boolean[][] {
  return Array.from({ length: nK }, (_, i) => Array.from({ length: nK }, (_, j) => j <= i));
}
