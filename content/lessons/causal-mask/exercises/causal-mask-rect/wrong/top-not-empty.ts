// misconception: top-not-empty
export function causalMaskRect(nQ: number, nK: number): boolean[][] {
  return Array.from({ length: nQ }, (_, i) => Array.from({ length: nK }, (_, j) => j <= i + (nK > nQ ? nK - nQ : 0)));
}
