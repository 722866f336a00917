// each row is the one above with itself added, or starts anew
export function packedCausalMask(docIds: number[]): boolean[][] {
  return docIds.reduce<boolean[][]>((rows, id, i) => {
    const above = i > 0 && docIds[i - 1] === id ? rows[i - 1] : docIds.map(() => false);
    return [...rows, above.map((seen, j) => seen || j === i)];
  }, []);
}
