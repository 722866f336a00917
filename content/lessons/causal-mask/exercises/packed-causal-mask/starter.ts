// A new document starts at every change of docIds.
export function packedCausalMask(docIds: number[]): boolean[][] {
  const n = docIds.length;
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => j <= i));
}
