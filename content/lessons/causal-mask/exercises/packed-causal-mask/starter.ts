// A new document starts at every change of docIds.
export function packedCausalMask(
  docIds: number[],
): boolean[][] {
  return docIds.map((_, i) =>
    docIds.map((_, j) => j <= i),
  );
}
