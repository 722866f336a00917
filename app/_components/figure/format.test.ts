import { describe, expect, test } from 'vitest'
import { formatBytes, formatCell, formatNumber, formatPercent, NARROW_SPACE } from './format.ts'

describe('formatNumber', () => {
  test.each([
    [-2, '−2'],
    [131582, '131,582'],
    [0.4567, '0.46'],
    [-0.001, '0'],
    ['NaN', 'NaN'],
    ['-Infinity', '−∞'],
    [Number.POSITIVE_INFINITY, '∞'],
  ] as const)('%s is written %s', (x, text) => expect(formatNumber(x)).toBe(text))

  test('keeps trailing zeros where numbers are in a column', () => expect(formatNumber(1.5, 2, true)).toBe('1.50'))
})

describe('formatCell', () => {
  test.each([
    [0.58, 'weights', '.58'],
    [0, 'weights', '0'],
    [1, 'weights', '1'],
    [0.004, 'weights', '.00'],
    [0.996, 'weights', '1.00'],
    [-0.3, 'weights', '−.30'],
    [-1.25, 'signed', '−1.25'],
    [0.5, 'signed', '0.50'],
    [-20000, 'signed', '−2e4'],
    [123456, 'signed', '1.2e5'],
    [1e6, 'signed', '1e6'],
    [12.34, 'signed', '12.3'],
    ['-Infinity', 'signed', '−∞'],
    ['NaN', 'weights', 'NaN'],
    [-0, 'signed', '0'],
  ] as const)('%s in %s is %s', (x, scale, text) => expect(formatCell(x, scale)).toBe(text))
})

test('units and percent signs follow a narrow space that never breaks', () => {
  expect(formatPercent(0.42)).toBe(`42${NARROW_SPACE}%`)
  expect(formatBytes(1.25 * 2 ** 30)).toBe(`1.25${NARROW_SPACE}GiB`)
  expect(formatBytes(80e9, 1000)).toBe(`80${NARROW_SPACE}GB`)
  expect(formatBytes(512)).toBe(`512${NARROW_SPACE}B`)
})
