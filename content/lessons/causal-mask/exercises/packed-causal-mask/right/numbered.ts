// documents numbered by a running count in a typed array
export function packedCausalMask(docIds: number[]): boolean[][] {
  const doc = new Int32Array(docIds.length);
  for (let i = 1; i < doc.length; i++) doc[i] = doc[i - 1] + Number(docIds[i] !== docIds[i - 1]);
  return Array.from(doc, (a, i) => Array.from(doc, (b, j) => a === b && i >= j));
}
