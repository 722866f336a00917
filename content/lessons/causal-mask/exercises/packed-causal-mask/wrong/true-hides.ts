// misconception: true-hides
export function packedCausalMask(docIds: number[]): boolean[][] {
  const run: number[] = [];
  for (let i = 0; i < docIds.length; i++) run[i] = i > 0 && docIds[i] === docIds[i - 1] ? run[i - 1] : i;
  return docIds.map((_, i) => docIds.map((_, j) => !(j <= i && run[i] === run[j])));
}
