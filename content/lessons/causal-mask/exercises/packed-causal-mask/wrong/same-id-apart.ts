// misconception: same-id-apart
export function packedCausalMask(docIds: number[]): boolean[][] {
  return docIds.map((_, i) => docIds.map((_, j) => j <= i && docIds[i] === docIds[j]));
}
