// misconception: none
export function packedCausalMask(docIds: number[]): boolean[][] {
  return docIds.map((_, i) => docIds.map((_, j) => docIds[i] === docIds[j]));
}
