import { erfc } from './erf.ts'

/**
 * GELU: x·Φ(x), x weighted by the share of a standard normal below it.
 *
 * @param x  any number; −∞ gives 0
 * @returns one number
 * @complexity O(1)
 * @see Hendrycks & Gimpel 2016, §2
 */
export function gelu(x: number): number {
  if (x === Number.NEGATIVE_INFINITY) return 0
  return 0.5 * x * erfc(-x / Math.SQRT2)
}

/**
 * GELU in its tanh form: 0.5·x·(1 + tanh(√(2/π)·(x + 0.044715·x³))). Within 5e-4 of the exact one.
 *
 * @param x  any number; −∞ gives 0
 * @returns one number
 * @complexity O(1)
 * @see Hendrycks & Gimpel 2016, §2
 */
export function geluTanh(x: number): number {
  if (x === Number.NEGATIVE_INFINITY) return 0
  return 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)))
}
