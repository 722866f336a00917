export function packedCausalMask(
  docIds: number[],
): boolean[][] {
  // Where the document of the current token starts.
  // An id that comes back starts a new one.
  let start = 0;

  return docIds.map((id, i) => {
    if (i > 0 && id !== docIds[i - 1]) start = i;
    const first = start;
    return docIds.map((_, j) => first <= j && j <= i);
  });
}
