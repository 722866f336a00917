/**
 * The error function: 2/√π ∫₀ˣ e^(−t²) dt, to about 15 digits.
 *
 * @param x  any number
 * @returns a number in −1…1, NaN for NaN
 * @complexity at most 60 terms
 * @see Abramowitz & Stegun, 7.1.6 (series of positive terms) and 7.1.14 (continued fraction)
 */
export function erf(x: number): number {
  if (Number.isNaN(x)) return x
  if (Math.abs(x) > 2.5) return Math.sign(x) * (1 - tail(Math.abs(x)))
  let term = x
  let sum = x
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1)
    sum += term
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum
}

/**
 * The complementary error function, 1 − erf(x), exact also where erf is 1 to the last digit.
 *
 * @param x  any number
 * @returns a number in 0…2, NaN for NaN
 * @complexity at most 60 terms
 * @see Abramowitz & Stegun, 7.1.2
 */
export function erfc(x: number): number {
  return x > 2.5 ? tail(x) : 1 - erf(x)
}

/** erfc(x) for x > 2.5, by its continued fraction, from the inside out. */
function tail(x: number): number {
  if (x > 27.3) return 0
  let f = x
  for (let k = 60; k >= 1; k--) f = x + k / 2 / f
  return Math.exp(-x * x) / (f * Math.sqrt(Math.PI))
}
