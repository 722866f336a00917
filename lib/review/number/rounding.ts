/** The largest share of an answer that rounding may take: less than half of what lies between GB and GiB. */
const MAX_ROUNDING = 0.03
/** The share that is always forgiven. */
const LEAST = 0.005

/**
 * Whether a number as it was written stands for an answer: to 0.5 %, or rounded to the digits that were written, up to
 * 3 %. GB and GiB lie 7 % apart, MB and MiB 5 %.
 *
 * @param written  as it was read
 * @param expected  what it is compared with
 * @param slack  half a unit of the last digit that was written
 * @param exact  a count: nothing is forgiven
 * @param tolerance  the share that is always forgiven
 */
export function isWithinRounding(
  written: number,
  expected: number,
  slack: number,
  exact = false,
  tolerance = LEAST,
): boolean {
  const off = Math.abs(written - expected)
  if (exact) return off < 1e-6 * Math.max(1, Math.abs(expected))
  const size = Math.abs(expected)
  return off <= Math.max(tolerance * size, Math.min(slack * (1 + 1e-9), MAX_ROUNDING * size))
}

/** Whether two numbers are so far apart that no way of rounding one can be taken for the other. */
export const isBeyondRounding = (a: number, b: number, exact = false): boolean =>
  exact ? !isWithinRounding(a, b, 0, true) : Math.abs(a - b) > 2 * MAX_ROUNDING * Math.max(Math.abs(a), Math.abs(b))
