import { expect, test } from 'vitest'
import { checkNumbers } from './check-numbers.ts'
import { temporaryPage } from './temporary-page.ts'

const findMessages = (mdx: string) =>
  checkNumbers(temporaryPage(mdx)).map((checkNumber) => [
    checkNumber.level,
    checkNumber.line,
    checkNumber.column,
    checkNumber.message.split('“')[1]?.split('”')[0],
  ])

test.each([
  ['It saves 48 % of the work.', '48 %'],
  ['It is 2.4× faster.', '2.4×'],
  ['It is 3 times faster than before.', '3 times faster'],
  ['One cache takes 320 KiB.', '320 KiB'],
  ['A step takes 12 ms on a phone.', '12 ms'],
  ['It reads 1,555 GB/s.', '1,555 GB/s'],
])('a measured number without a source is an error: %s', (mdx, said) => {
  expect(findMessages(mdx)).toEqual([['error', 1, mdx.indexOf(said) + 1, said]])
})

test.each(['The model has 96 layers.', 'Written in 2017.'])('another number is asked after: %s', (mdx) => {
  expect(findMessages(mdx)).toEqual([['warning', 1, expect.any(Number), expect.any(String)]])
})

test.each([
  ['small numbers', 'Three rules, 8 heads, 12 layers.'],
  ['examples', 'Take 64 heads, 1,000 tokens, a score of −20,000.'],
  ['formulas and code', 'Then $x = 37\\%$ and `48 %`.'],
  ['headings', '## 48 % less\n\nText.'],
  ['a source in the paragraph', 'It saves 48 % (<Source id="a" />).'],
  ['a source in the note next to it', 'It saves 48 %.\n\n<Note>\n\n<Source id="a" />.\n\n</Note>'],
  ['a sum in the sentence', 'That is 2 · 32 · 128 bytes, 8 KiB.'],
  ['a sum as a formula', 'That is $2 \\cdot 32 = 64$ pairs, 37 KiB in all.'],
  ['what is computed on the page', 'It is {share} of all, 37 % here.'],
  [
    'what is sourced elsewhere in the lesson',
    'It saves 48 % (<Source id="a" />).\n\n<TryIt title="So">\n\nThe 48 % again.\n\n</TryIt>',
  ],
  [
    'tasks of exercises',
    '<ExerciseGroup title="B">\n\n<Exercise id="a">\n\nScores near 99 %.\n\n</Exercise>\n\n</ExerciseGroup>',
  ],
  ['a formula in words', 'It takes 2 × layers × tokens.'],
])('%s need no source', (_, mdx) => expect(findMessages(mdx)).toEqual([]))

test('a sum excuses its own sentence only', () => {
  expect(findMessages('It takes 2 · 4 bytes. It is 37 % faster.')).toEqual([['error', 1, 29, '37 %']])
})
