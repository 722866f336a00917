import { describe, expect, test } from 'vitest'
import { checkReading, computeReadingGrade } from './check-reading.ts'
import { temporaryPage } from './temporary-page.ts'

const rules = (mdx: string) =>
  checkReading(temporaryPage(mdx)).map((remark) => [remark.level, remark.rule, remark.line, remark.column])

describe('reading gives warnings', () => {
  test('a sentence of more than forty words is pointed at, wherever it begins', () => {
    const long = `It ${'goes on and '.repeat(14)}ends.`
    expect(rules(`First.\n\nShort. ${long} Short.`)).toEqual([['warning', 'long-sentence', 3, 8]])
  })
  test('formulas and code count as no words', () => {
    expect(rules(`A $${'a + '.repeat(60)}a$ b \`${'x '.repeat(60)}\` c.`)).toEqual([])
  })
  test('a lesson that asks for many years of school is told so, at its hardest paragraph', () => {
    const hard = `${'Institutional considerations notwithstanding, computational representations necessitate differentiation. '.repeat(6)}`
    expect(rules(`Text.\n\n${hard}`)).toEqual([['warning', 'reading-age', 3, 1]])
  })
  test('a lesson of more than three thousand words is long', () => {
    expect(rules('Here we go again. '.repeat(800))).toEqual([['warning', 'length', 1, 1]])
  })
})

test('longer words and longer sentences read harder', () => {
  const easy = computeReadingGrade('The cat sat on the mat. It was a warm day.')
  expect(easy).toBeLessThan(3)
  expect(computeReadingGrade('The cat sat on the mat and it was a warm day and so it sat.')).toBeGreaterThan(easy)
  expect(computeReadingGrade('The animal occupied the furniture. It was a considerable temperature.')).toBeGreaterThan(
    easy,
  )
  expect(computeReadingGrade('')).toBe(0)
})
