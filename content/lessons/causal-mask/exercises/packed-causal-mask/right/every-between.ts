// as the rule says it: all ids from j to i are equal
export const packedCausalMask = (docIds: number[]): boolean[][] =>
  docIds.map((id, i) => docIds.map((_, j) => j <= i && docIds.slice(j, i + 1).every((other) => other === id)));
