import fc from 'fast-check'
import { expect, test } from 'vitest'
import { neutralizeFormula } from './neutralize-formula.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['- a list', "'- a list"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t'=1"],
  ['\ta', "'\ta"],
  ['\r=1', "'\r'=1"],
  ['\na', "'\na"],
  [' =1', "' =1"],
  ['\u00a0=1', "'\u00a0=1"],
  ['\u200b=1', "'\u200b=1"],
  ['\ufeff=1', "'\ufeff=1"],
  ['"=1', `'"=1`],
  ['" =1', `'" =1`],
  ["'=1", "''=1"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠a', "'＠a"],
  ['one\n=1', "one\n'=1"],
  ['one;=1', "one;'=1"],
  ['one; "-1', `one;' "-1`],
  ['one\t@a', "one\t'@a"],
])('%j cannot run', (text, expected) => {
  expect(neutralizeFormula(text)).toBe(expected)
})

test.each(['', 'a = b', 'x - 1', 'a@b', '−∞', '1 + 1', 'one\ntwo', 'one; two', ' a', '"a" = b', '$-x$'])(
  '%j stays as it is',
  (text) => {
    expect(neutralizeFormula(text)).toBe(text)
  },
)

test('whatever the text, nothing that could be a cell begins a formula, and only apostrophes are added', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '=', '-', '＠', '"', "'", ' ', '\t', '\r', '\n', ';', '\u200b') })
  fc.assert(
    fc.property(text, (before) => {
      const after = neutralizeFormula(before)
      for (const cell of after.split(/[;\t\r\n]/)) expect(cell.trim()).not.toMatch(/^["\s\u200b]*[=\-＠]/)
      expect(after.replaceAll("'", '')).toBe(before.replaceAll("'", ''))
    }),
  )
})
