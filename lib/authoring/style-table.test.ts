import { expect, test } from 'vitest'
import type { AnswerReport } from './check-answers.ts'
import { countStyles, formatStyleTable } from './style-table.ts'

const report = (name: string, style: string, change: Partial<AnswerReport> = {}): AnswerReport => ({
  file: 'wrong.ts',
  kind: 'wrong',
  name,
  style,
  expectedIds: [name],
  outcome: 'failed',
  namedIds: [name],
  work: 1,
  ...change,
})
const solution: AnswerReport = { file: 'solution.ts', kind: 'solution', outcome: 'passed', namedIds: [], work: 1 }
const answers = [
  solution,
  report('no-scale', 'solution.ts'),
  report('no-scale', 'right/loops.ts', { isTried: true, namedIds: [] }),
  report('odd', 'right/loops.ts', { expectedIds: [], namedIds: [] }),
  report('odd', 'solution.ts', { isTried: true, expectedIds: [], namedIds: [], outcome: 'passed' }),
  report('scale-d', 'right/short.ts'),
]

test('the table has a row for each mistake and a column for each right answer', () => {
  const [title, ...lines] = (formatStyleTable('attention', answers) ?? '').split('\n')
  expect(title).toContain('attention: each mistake in each right answer')
  expect(lines).toEqual([
    '  1 solution.ts',
    '  2 right/loops.ts',
    '  3 right/short.ts',
    '            1 2 3',
    '  no-scale  ✓ ?',
    '  odd       ✗ ·',
    '  scale-d       ✓',
  ])
})

test('there is no table without edits', () => {
  expect(formatStyleTable('attention', [solution])).toBeUndefined()
})

test('counts edits, and how many of their tries went undetected', () => {
  expect(countStyles(answers)).toEqual({ edits: 3, triedCount: 5, undetected: 2 })
})
