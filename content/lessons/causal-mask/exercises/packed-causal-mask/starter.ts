// A new document starts whenever the id changes.
export function packedCausalMask(
  docIds: number[],
): boolean[][] {
  return docIds.map((_, i) =>
    docIds.map((_, j) => j <= i),
  );
}
