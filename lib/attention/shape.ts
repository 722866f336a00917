/** Rows and columns of a matrix. */
export interface Shape {
  readonly rows: number
  readonly columns: number
}

/**
 * The shape of a matrix, once it is known to be one.
 *
 * @param name  how the message calls it: “Q”, “the left matrix”
 * @returns rows and columns
 * @throws RangeError when there is no row, no column, or rows differ in width
 * @complexity O(rows)
 */
export function assertMatrix(name: string, rows: readonly (readonly unknown[])[]): Shape {
  const columns = rows[0]?.length ?? 0
  if (columns === 0) throw new RangeError(`${name} is empty: it needs at least one row and one column`)
  const odd = rows.findIndex((row) => row.length !== columns)
  if (odd > 0) {
    throw new RangeError(`${name} is ragged: row 0 has width ${columns}, row ${odd} has width ${rows[odd]?.length}`)
  }
  return { rows: rows.length, columns }
}

/**
 * Two sizes that must agree, each named in words.
 *
 * @param what  named in words, so that the sentence reads on
 * @throws RangeError naming both: “the width of Q is 4, of K 3: they must be equal”
 * @complexity O(1)
 */
export function assertEqualSizes(what: string, size: number, other: string, otherSize: number): void {
  if (size !== otherSize) throw new RangeError(`${what} is ${size}, ${other} ${otherSize}: they must be equal`)
}

/**
 * The shapes of queries, keys and values that fit together.
 *
 * @returns nQ, nK, d and dV
 * @throws RangeError when Q and K differ in width, K and V in rows, or one is empty or ragged
 * @complexity O(nQ + nK)
 */
export function assertQKVShapes(
  Q: readonly (readonly number[])[],
  K: readonly (readonly number[])[],
  V: readonly (readonly number[])[],
): { readonly nQ: number; readonly nK: number; readonly d: number; readonly dV: number } {
  const q = assertMatrix('Q', Q)
  const k = assertMatrix('K', K)
  const v = assertMatrix('V', V)
  assertEqualSizes(
    `Q is ${q.rows} × ${q.columns}, K is ${k.rows} × ${k.columns}. The width of Q`,
    q.columns,
    'of K',
    k.columns,
  )
  assertEqualSizes(
    `K is ${k.rows} × ${k.columns}, V is ${v.rows} × ${v.columns}. The number of keys`,
    k.rows,
    'of values',
    v.rows,
  )
  return { nQ: q.rows, nK: k.rows, d: q.columns, dV: v.columns }
}

/**
 * A count that must be a whole number of at least `least`.
 *
 * @param name  how the message calls it
 * @throws RangeError otherwise
 * @complexity O(1)
 */
export function assertCount(name: string, value: number, least = 1): void {
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`${name} is ${value}: it must be a whole number of at least ${least}`)
  }
}
