import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { containMdx } from './contain-mdx.ts'
import { findMdxFault } from './mdx-fault.ts'

const lesson = (broken: string) => `---
question: What is it?
---

import { Plot } from './figures/plot.tsx'

Before it stands *prose*.

${broken}

After it stands prose.

<Plot />
`
const HEAD = 8
const usable = () => undefined

/** The `<BrokenBlock>`s of a text, with what is in them. */
const brokenIn = (text: string) =>
  [...text.matchAll(/<BrokenBlock line={(\d+)} at={(\d+)} column={(\d+)} message={(".*?")} source={(".*?")} \/>/g)].map(
    ([, line, at, column, message = '', source = '']) => ({
      line: Number(line),
      at: Number(at),
      column: Number(column),
      message: JSON.parse(message) as string,
      source: JSON.parse(source) as string,
    }),
  )

test('a text that compiles stays as it is, but for its frontmatter', () => {
  const mdx = lesson('$$\n\\frac{1}{2}\n$$')
  expect(containMdx(mdx).split('\n').slice(3)).toEqual(mdx.split('\n').slice(3))
})

describe('one broken block shows its source, and the rest stays', () => {
  test.each([
    ['a brace that does not close', 'Here is {a brace.', 'Here is {a brace.'],
    ['a brace at the start of a block', '{a brace', '{a brace'],
    ['a formula without its brace', 'So $\\frac{1{2}$ holds.', 'So $\\frac{1{2}$ holds.'],
    ['a displayed formula', '$$\n\\sqrt{d_k\n$$', '$$\n\\sqrt{d_k\n$$'],
    ['a displayed formula of an unknown command', '$$\n\\softmax x\n$$', '$$\n\\softmax x\n$$'],
    ['less-than before a digit', 'For n <4 it holds.', 'For n <4 it holds.'],
    ['a tag that does not close', '<Note>\nA note.', '<Note>\nA note.'],
    ['a tag that closes nothing', 'A note.\n</Note>', 'A note.\n</Note>'],
    ['an expression that is no JavaScript', 'It is {1 +}.', 'It is {1 +}.'],
  ])('%s', (_, text, source) => {
    const contained = containMdx(lesson(text))
    expect(findMdxFault(contained, usable)).toBeUndefined()
    expect(brokenIn(contained)).toMatchObject([{ line: HEAD + 1, source }])
    expect(contained).toContain('Before it stands *prose*.')
    expect(contained).toContain('After it stands prose.')
    expect(contained).toContain('<Plot />')
  })
})

test('what stays keeps its line', () => {
  const mdx = lesson('$$\n\\sqrt{d_k\n$$')
  const line = (text: string) => text.split('\n').indexOf('After it stands prose.')
  expect(line(containMdx(mdx))).toBe(line(mdx))
})

test('the fault is named with its place', () => {
  const [broken] = brokenIn(containMdx(lesson('A line.\nSo $\\frac{1{2}$ holds.')))
  expect(broken).toMatchObject({ line: HEAD + 1, at: HEAD + 2, column: 4 })
  expect(broken?.message).toMatch(/formula does not compile/)
})

test('an element whose end is in another block loses both tags, and what it held stays', () => {
  const contained = containMdx(lesson('<CodeMistake ids="a">\n\nHeld.\n\n</Explain>'))
  expect(findMdxFault(contained, usable)).toBeUndefined()
  expect(contained.split('\n')).toContain('Held.')
})

test('several broken blocks each show their source', () => {
  const contained = containMdx(lesson('One {.\n\nWhole.\n\nTwo $\\x$.\n\nThree <4.'))
  expect(brokenIn(contained).map(({ source }) => source)).toEqual(['One {.', 'Two $\\x$.', 'Three <4.'])
  expect(contained.split('\n')).toContain('Whole.')
})

test('an import that cannot be used leaves broken components in its place', () => {
  const contained = containMdx(lesson(''), (specifier) =>
    specifier === './figures/plot.tsx' ? 'It is not there.' : undefined,
  )
  expect(contained).not.toContain("from './figures/plot.tsx'")
  expect(contained).toContain('export const Plot = () => <BrokenBlock')
  expect(findMdxFault(contained, usable)).toBeUndefined()
})

test('any text at all is contained', { timeout: 30_000 }, () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '<',
    '>',
    '</',
    '/>',
    '$',
    '$$',
    '\n',
    '\n\n',
    'a',
    '`',
    '*',
    '<Note>',
    '- ',
    '"',
    '\\x',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      expect(findMdxFault(containMdx(lesson(parts.join(''))), usable)).toBeUndefined()
    }),
    { numRuns: 100 },
  )
})
