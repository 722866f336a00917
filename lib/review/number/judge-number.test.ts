import { expect, test } from 'vitest'
import { judgeNumber } from './judge-number.ts'
import type { NumberQuestion } from './template.ts'

const question = (over: Partial<NumberQuestion> = {}): NumberQuestion => ({
  question: 'How large is it?',
  answerUnit: { kind: 'bytes', unit: 'GiB' },
  answer: 2 ** 31,
  spokenAnswer: '2 GiB',
  working: '',
  slips: [
    { id: 'layers-forgotten', value: 2 ** 26, feedback: 'That is one layer.' },
    { id: 'keys-only', value: 2 ** 30, feedback: 'That is the keys alone.' },
  ],
  ...over,
})
const kind = (text: string, over?: Partial<NumberQuestion>) => {
  const verdict = judgeNumber(question(over), text)
  return verdict.kind === 'slip' ? verdict.slip : verdict.kind
}

test.each(['2 GiB', '2.1 GB', '2.15 GB', '2.147 GB', '2147483648', '2', '2^31', '2048 MiB', '2,147 MB'])(
  '%s is 2 GiB',
  (text) => expect(kind(text)).toBe('right'),
)

test('GB for GiB is told apart, in both directions', () => {
  expect(kind('2 GB')).toBe('prefix')
  expect(kind('2.15 GiB')).toBe('prefix')
  expect(kind('2048 MB')).toBe('prefix')
})

test('bits for bytes are named', () => {
  expect(kind('16 GiB')).toBe('bits')
  expect(kind('16 Gibit')).toBe('right')
})

test('a slip is named, also in the other prefix', () => {
  expect(kind('64 MiB')).toBe('layers-forgotten')
  expect(kind('67 MB')).toBe('layers-forgotten')
  expect(judgeNumber(question(), '64 MB')).toEqual({
    kind: 'slip',
    slip: 'layers-forgotten',
    feedback: expect.stringMatching(/^That is one layer\. Also check the unit/),
  })
})

test('a whole factor is said, another number is not made up', () => {
  expect(judgeNumber(question(), '6 GiB')).toEqual({ kind: 'wrong', feedback: 'That’s 3 times too much.' })
  expect(judgeNumber(question(), '512 MiB')).toEqual({ kind: 'wrong', feedback: 'The answer is 4 times as much.' })
  expect(judgeNumber(question(), '1.3 GiB')).toEqual({ kind: 'wrong', feedback: 'That’s not the right number.' })
})

test('what cannot be read is no answer yet', () => {
  expect(judgeNumber(question(), 'a lot')).toMatchObject({ kind: 'unread', feedback: expect.stringContaining('2 GiB') })
})

test('a count is exact', () => {
  const blocks = { answerUnit: { kind: 'number', unit: 'blocks' }, answer: 1024, exact: true, slips: [] } as const
  expect(kind('1024', blocks)).toBe('right')
  expect(kind('1,024 blocks', blocks)).toBe('right')
  expect(kind('1023', blocks)).toBe('wrong')
  expect(kind('1.02k', blocks)).toBe('wrong')
})

test('“about how many” accepts a tolerance that the question names, and its slips do not', () => {
  const slips = [{ id: 'whole', value: 128, feedback: 'That is n.' }]
  const about = { answerUnit: { kind: 'number', unit: '×' }, answer: 62.9, tolerance: 0.05, slips } as const
  expect(kind('64', about)).toBe('right')
  expect(kind('60', about)).toBe('right')
  expect(kind('67', about)).toBe('wrong')
  expect(kind('124.0', about)).toBe('wrong')
  expect(kind('128', about)).toBe('whole')
})

test('rounding is forgiven as far as digits were written', () => {
  const third = { answerUnit: { kind: 'number', unit: '' }, answer: 1 / 3, slips: [] } as const
  expect(kind('0.33', third)).toBe('right')
  expect(kind('0.333', third)).toBe('right')
  expect(kind('0.3', third)).toBe('wrong')
  expect(kind('0.34', third)).toBe('wrong')
  expect(kind('33 %', third)).toBe('right')
})
