// how many keys a row sees, never fewer than none
export const causalMaskRect = (nQ: number, nK: number): boolean[][] =>
  Array.from({ length: nQ }, (_, i) => {
    const seen = Math.max(0, Math.min(nK, i + 1 + nK - nQ));
    return Array<boolean>(seen).fill(true).concat(Array<boolean>(nK - seen).fill(false));
  });
