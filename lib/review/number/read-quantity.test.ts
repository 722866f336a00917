import { expect, test } from 'vitest'
import { readQuantity } from './read-quantity.ts'
import type { AnswerUnit } from './template.ts'

const GIB: AnswerUnit = { kind: 'bytes', unit: 'GiB' }
const PLAIN: AnswerUnit = { kind: 'number', unit: '' }
const SHARE: AnswerUnit = { kind: 'percent', unit: '%' }
const values = (text: string, unit: AnswerUnit) => readQuantity(text, unit)?.values

test.each([
  ['2 GiB', 2 ** 31],
  ['2 gib', 2 ** 31],
  ['2GIB', 2 ** 31],
  ['2 gibibytes', 2 ** 31],
  ['2', 2 ** 31],
  ['about 2 GiB per sequence', 2 ** 31],
  ['~2 GiB', 2 ** 31],
  ['2.1 GB', 2.1e9],
  ['2,1 GB', 2.1e9],
  ['2147483648', 2 ** 31],
  ['2147483648 bytes', 2 ** 31],
  ['2,147,483,648', 2 ** 31],
  ['2 147 483 648', 2 ** 31],
  ['2\u202f147\u202f483\u202f648', 2 ** 31],
  ['2.147.483.648', 2 ** 31],
  ['2_147_483_648 B', 2 ** 31],
  ['2^31', 2 ** 31],
  ['2**31', 2 ** 31],
  ['2³¹', 2 ** 31],
  ['2048 MiB', 2 ** 31],
  ['2·1024 MiB', 2 ** 31],
  ['2 × 2^30 bytes', 2 ** 31],
  ['2 x 32 x 4096 x 32 x 128 x 2', 2 ** 31],
  ['½ GiB', 2 ** 29],
  ['2½ GiB', 2.5 * 2 ** 30],
  ['1 GiB + 512 MiB', 1.5 * 2 ** 30],
  ['16 gibit', 2 ** 31],
  ['2.15e9', 2.15e9],
])('“%s” is a number of bytes', (text, bytes) => {
  expect(values(text, GIB)).toContainEqual(expect.closeTo(bytes, 3))
})

test.each([
  ['64k', [64_000, 65_536]],
  ['64 Ki', [65_536]],
  ['1.5e9', [1.5e9]],
  ['1.5 × 10^9', [1.5e9]],
  ['1.5·10⁹', [1.5e9]],
  ['1.5 billion', [1.5e9]],
  ['17 blocks', [17]],
  ['8x', [8]],
  ['8 ×', [8]],
  ['8 times', [8]],
  ['1/8', [0.125]],
  ['⅛', [0.125]],
  ['1/√64', [0.125]],
  ['1/sqrt(64)', [0.125]],
  ['64^-0.5', [0.125]],
  ['2⁻³', [0.125]],
  ['.125', [0.125]],
  ['0,125', [0.125]],
  ['−3', [-3]],
  ['-3', [-3]],
  ['2π', [2 * Math.PI]],
  ['3 pi/4', [(3 * Math.PI) / 4]],
  ['2,147', [2147]],
  ['6.283', [6.283]],
  ['6,28', [6.28]],
  ['0.73 rad', [0.73]],
])('“%s” is a number', (text, expected) => {
  const read = values(text, PLAIN) ?? []
  for (const value of expected) expect(read).toContainEqual(expect.closeTo(value, 9))
  expect(read).toHaveLength(expected.length)
})

test.each([
  ['12.5 %', 0.125],
  ['12.5', 0.125],
  ['12,5%', 0.125],
  ['0.125', 0.125],
  ['1/8', 0.125],
])('“%s” is a share', (text, share) => {
  expect(values(text, SHARE)).toContainEqual(expect.closeTo(share, 9))
})

test.each([
  '',
  '   ',
  'many',
  'GiB',
  '2 apples',
  '2 +',
  '1..2',
  '(2',
  '2 GiB 3',
  '1/0',
  '__proto__',
  '2 constructor',
  '<b>2</b>',
])('“%s” is no quantity', (text) => {
  expect(readQuantity(text, GIB)).toBeUndefined()
})

test('bytes are no answer to a question for a number', () => {
  expect(readQuantity('2 GiB', PLAIN)).toBeUndefined()
})
