import fc from 'fast-check'

/** Numbers of everyday size, as test inputs: −4 … 4. */
export const entry = fc.double({ min: -4, max: 4, noNaN: true })

/** n rows of width d. */
export function arbitraryMatrix(n: number, d: number): fc.Arbitrary<number[][]> {
  return fc.array(fc.array(entry, { minLength: d, maxLength: d }), { minLength: n, maxLength: n })
}

/** Queries, keys and values whose shapes fit; as many queries as keys when square. */
export function queriesKeysValues(square = false): fc.Arbitrary<{ Q: number[][]; K: number[][]; V: number[][] }> {
  const size = fc.integer({ min: 1, max: 7 })
  return fc
    .record({ nQ: size, nK: size, d: fc.integer({ min: 1, max: 4 }), dV: fc.integer({ min: 1, max: 4 }) })
    .chain(({ nQ, nK, d, dV }) =>
      fc.record({ Q: arbitraryMatrix(square ? nK : nQ, d), K: arbitraryMatrix(nK, d), V: arbitraryMatrix(nK, dV) }),
    )
}

/** Largest |a − b| over two nested arrays of one shape; Infinity when the shapes differ. */
export function distance(a: unknown, b: unknown): number {
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return Number.POSITIVE_INFINITY
    return a.reduce((worst: number, x, i) => Math.max(worst, distance(x, b[i])), 0)
  }
  if (typeof a !== 'number' || typeof b !== 'number') return Number.POSITIVE_INFINITY
  return Object.is(a, b) || a === b ? 0 : Math.abs(a - b)
}
