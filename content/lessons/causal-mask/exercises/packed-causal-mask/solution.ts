export function packedCausalMask(
  docIds: number[],
): boolean[][] {
  // The first token of the current document.
  // An id that comes back later starts a new document.
  let start = 0;

  return docIds.map((id, i) => {
    if (i > 0 && id !== docIds[i - 1]) start = i;
    const first = start;
    return docIds.map((_, j) => first <= j && j <= i);
  });
}
