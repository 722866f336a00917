import { assertCount } from './shape.ts'

/**
 * Sinusoidal position codes, one row per position: entry 2i is sin(pos · 10000^(−2i/d)), entry 2i + 1 its cosine.
 *
 * @param n  positions 0 … n − 1, n ≥ 1
 * @param d  width ≥ 1; if it is odd, the last sine has no cosine
 * @returns n × d
 * @throws RangeError when n or d is not a whole number ≥ 1
 * @complexity O(n·d)
 * @see Vaswani et al. 2017, §3.5
 */
export function sinusoidal(n: number, d: number): number[][] {
  assertCount('the number of positions', n)
  assertCount('the width', d)
  return Array.from({ length: n }, (_, pos) =>
    Array.from({ length: d }, (_, c) => {
      const pair = c - (c % 2)
      const angle = pos * 10_000 ** (-pair / d)
      return c % 2 === 0 ? Math.sin(angle) : Math.cos(angle)
    }),
  )
}
