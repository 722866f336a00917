// misconception: ids-rise
export function packedCausalMask(docIds: number[]): boolean[][] {
  return docIds.map((_, i) => docIds.map((_, j) => j <= i && docIds[j] <= docIds[i]));
}
