// misconception: first-key-kept
export function causalMaskRect(nQ: number, nK: number): boolean[][] {
  return Array.from({ length: nQ }, (_, i) => Array.from({ length: nK }, (_, j) => j === 0 || j <= i + nK - nQ));
}
