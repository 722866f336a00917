// misconception: no-mask
export function causalMaskRect(nQ: number, nK: number): boolean[][] {
  return Array.from({ length: nQ }, (_, i) => Array.from({ length: nK }, (_, j) => true));
}
