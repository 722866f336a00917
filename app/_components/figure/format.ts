import type { JsonNumber } from '#lib/grading/verdict.ts'

/** Before a unit and before %: narrow, and no line may end there. */
export const NARROW_SPACE = '\u202f'
const MINUS = '−'

/**
 * A number as prose has it: true minus, thousands set apart, at most `digits` places after the point.
 *
 * @param fixed  keep trailing zeros, for numbers that are in a column
 */
export function formatNumber(x: number | JsonNumber, digits = 2, fixed = false): string {
  const value = toNumber(x)
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${MINUS}∞`
  const text = new Intl.NumberFormat('en-US', {
    maximumFractionDigits: digits,
    minimumFractionDigits: fixed ? digits : 0,
    signDisplay: 'negative',
  }).format(value)
  return text.replace('-', MINUS)
}

/**
 * A number as a matrix cell has it, in four or five characters: `.58` for weights, `−1.25` and `2e6` for the rest.
 * Exact 0 is `0`; what is only rounded to 0 is `.00`.
 */
export function formatCell(
  x: number | JsonNumber,
  scale: 'weights' | 'signed' | 'mask' = 'signed',
  digits?: number,
): string {
  const value = toNumber(x)
  if (!Number.isFinite(value)) return formatNumber(value)
  if (Object.is(value, -0)) return '0'
  if (digits !== undefined) return formatNumber(value, digits, digits > 0 && !Number.isInteger(value))
  const size = Math.abs(value)
  if (size >= 1000) return compact(value)
  if (Number.isInteger(value)) return formatNumber(value)
  if (scale === 'weights' && size < 1)
    return value
      .toFixed(2)
      .replace('-', MINUS)
      .replace(/0(?=\.)/, '')
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2).replace('-', MINUS)
}

/** A share as per cent: 0.42 is `42 %`. */
export const formatPercent = (share: number, digits = 0): string => withUnit(formatNumber(share * 100, digits), '%')

/** A number's text with its unit, kept on one line. */
export const withUnit = (number: string, unit: string): string => `${number}${NARROW_SPACE}${unit}`

/**
 * A count of bytes in the unit that fits: GiB, MiB, KiB of 1,024, or GB, MB, kB of 1,000 as data sheets have them.
 * Three significant digits.
 */
export function formatBytes(bytes: number, base: 1024 | 1000 = 1024): string {
  const units = base === 1024 ? ['B', 'KiB', 'MiB', 'GiB', 'TiB'] : ['B', 'kB', 'MB', 'GB', 'TB']
  let size = bytes
  let unit = 0
  while (Math.abs(size) >= base && unit < units.length - 1) {
    size /= base
    unit++
  }
  const digits = unit === 0 || size >= 100 ? 0 : size >= 10 ? 1 : 2
  return withUnit(formatNumber(size, digits), units[unit] ?? 'B')
}

/** A number that JSON carried, as the number it stands for. */
export function toNumber(x: number | JsonNumber): number {
  return typeof x === 'number' ? x : Number(x)
}

const compact = (x: number): string =>
  x
    .toExponential(Math.abs(x) % 10 ** Math.floor(Math.log10(Math.abs(x))) === 0 ? 0 : 1)
    .replace('e+', 'e')
    .replace('-', MINUS)
