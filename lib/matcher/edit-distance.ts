/** Letters to insert, drop, replace or swap to make one word of the other (Damerau–Levenshtein, adjacent swaps). */
export function editDistance(a: string, b: string): number {
  // the last row, the one before it, and the one that is being filled
  let [last, before, row] = [0, 1, 2].map(() => new Uint16Array(b.length + 1)) as [
    Uint16Array,
    Uint16Array,
    Uint16Array,
  ]
  for (let j = 0; j <= b.length; j++) last[j] = j
  const at = (row: Uint16Array, j: number): number => row[j] ?? 0
  for (let i = 1; i <= a.length; i++) {
    row[0] = i
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(before, j - 2) + 1)
      row[j] = least
    }
    ;[before, last, row] = [last, row, before]
  }
  return at(last, b.length)
}
