// the last nQ rows of the square mask, empty rows above where there are more queries than keys
export function causalMaskRect(nQ: number, nK: number): boolean[][] {
  const square = Array.from({ length: nK }, (_, i) => Array.from({ length: nK }, (_, j) => j <= i));
  const empty = Array.from({ length: Math.max(0, nQ - nK) }, () => new Array<boolean>(nK).fill(false));
  return [...empty, ...square].slice(-nQ);
}
