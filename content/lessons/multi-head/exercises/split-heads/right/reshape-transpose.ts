export function splitHeads(X: number[][], numHeads: number): number[][][] {
  // tokens × heads × width, then the first two axes exchanged
  const width = X[0].length / numHeads;
  const cut = (row: number[]): number[][] => (row.length === 0 ? [] : [row.slice(0, width), ...cut(row.slice(width))]);
  const rows = X.map(cut);
  return rows[0].map((_, h) => rows.map((slices) => slices[h]));
}
