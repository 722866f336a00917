import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatCsv, formatRecords, neutralizeFormula } from './csv.ts'
import type { ExportCard } from './export-cards.ts'

const card: ExportCard = {
  id: 'scaling/why',
  lesson: 'scaling',
  kind: 'why',
  question: 'Why, in "one" line?',
  answer: 'Variance.',
  keyPoints: ['one', 'two'],
}

test('a byte order mark, a record per card, lines ended by CR and LF, quotes doubled', () => {
  expect(formatCsv([card])).toBe(
    '\ufeffid,lesson,kind,question,answer,key points,due,stability,reviews\r\n' +
      'scaling/why,scaling,why,"Why, in ""one"" line?",Variance.,"one\ntwo",,,0\r\n',
  )
})

test('a reviewed card has the learner’s own schedule', () => {
  const memory = {
    state: 'review' as const,
    due: Date.UTC(2026, 10, 30, 4),
    stability: 4.56789,
    difficulty: 5,
    scheduledDays: 3,
    step: 0,
    reps: 2,
    lapses: 0,
  }
  const [, first] = formatCsv([{ ...card, keyPoints: ['one'], memory }]).split('\r\n')
  expect(first?.split(',').slice(-3)).toEqual(['2026-11-30T04:00:00.000Z', '4.57', '2'])
  const [, unseen] = formatCsv([{ ...card, memory: { ...memory, state: 'new', reps: 0, stability: 0 } }]).split('\r\n')
  expect(unseen?.endsWith(',,,0')).toBe(true)
})

test('no text runs in a spreadsheet, and numbers stay numbers', () => {
  const hostile = {
    ...card,
    question: '=1+1',
    answer: '- a\n- b',
    keyPoints: ['@a'],
  }
  expect(formatCsv([hostile]).split('\r\n')[1]).toBe(`scaling/why,scaling,why,'=1+1,"'- a\n'- b",'@a,,,0`)
})

test('whatever the texts hold, a reader of RFC 4180 gets them back', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' ', 'é', '=') })
  const record = fc.array(text, { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(record), (all) => {
      expect(records(formatRecords(all).slice(1))).toEqual(all)
    }),
  )
})

/** Reads CSV by the grammar of RFC 4180, section 2. */
function records(text: string): string[][] {
  const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  const all: string[][] = []
  let record: string[] = []
  for (const [, quoted, bare = '', end] of text.matchAll(FIELD)) {
    record.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    all.push(record)
    record = []
  }
  return all
}

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
