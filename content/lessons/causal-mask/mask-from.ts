/** A mask of rows × columns, true where `visible(i, j)`. */
export function maskFrom(rows: number, columns: number, visible: (i: number, j: number) => boolean): boolean[][] {
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => visible(i, j)))
}
