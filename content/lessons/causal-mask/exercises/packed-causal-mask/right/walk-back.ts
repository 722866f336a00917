export function packedCausalMask(docIds: number[]): boolean[][] {
  const n = docIds.length;
  const mask: boolean[][] = [];
  for (let i = 0; i < n; i++) {
    mask.push(new Array(n).fill(false));
    for (let j = i; j >= 0 && docIds[j] === docIds[i]; j--) mask[i][j] = true;
  }
  return mask;
}
