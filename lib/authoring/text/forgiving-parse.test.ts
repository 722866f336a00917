import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forgivingParse } from './forgiving-parse.ts'

const places = (mdx: string) => forgivingParse(mdx).faults.map(({ line, column }) => [line, column])

test('text without faults is parsed as it is', () => {
  const { tree, faults } = forgivingParse('## A\n\nB $x_{i} < y$.\n')
  expect(faults).toEqual([])
  expect(tree.children.map((child) => child.type)).toEqual(['heading', 'paragraph'])
})

test('each fault is found, whatever is before it', () => {
  expect(places('One {a b} here.\n\nTwo <5 here.\n\n<Note>\n\nThree.\n\nFour {open here.\n')).toEqual([
    [1, 5],
    [3, 5],
    [9, 6],
    [5, 1],
  ])
})

test('what follows a block with a fault is still read', () => {
  const { tree } = forgivingParse('A {b c} d.\n\n## Whole\n')
  expect(tree.children.map((child) => [child.type, child.position?.start.line])).toEqual([['heading', 3]])
})

test('a quotation mark that does not close is found where its tag begins, and once', () => {
  const mdx =
    '<CodeMistake ids="a" title="One>\n\nText.\n\n</CodeMistake>\n\n<CodeMistake ids="b" title="Two">\n\nText.\n\n</CodeMistake>\n'
  expect(places(mdx)).toEqual([[1, 1]])
})

test('a formula that is not closed swallows nothing', () => {
  const { tree, faults } = forgivingParse('$$\nx_i\n\nText.\n\n## Heading\n')
  expect(faults).toMatchObject([{ rule: 'formula', line: 1 }])
  expect(tree.children.map((child) => child.type)).toEqual(['paragraph', 'heading'])
})

test('any text is parsed in the end, and every fault lies in it', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '{',
    '}',
    '$',
    '$$',
    '\n',
    '\n\n',
    'a',
    ' ',
    '"',
    '/',
    '<Note>',
    '</Note>',
    '<A b="',
    '`',
    '- ',
    '---',
    'import x',
    '\\',
    '|',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const mdx = pieces.join('')
      const lines = mdx.split('\n')
      for (const { line, column, message, fix } of forgivingParse(mdx).faults) {
        expect(line).toBeGreaterThanOrEqual(1)
        expect(line).toBeLessThanOrEqual(lines.length)
        expect(column).toBeGreaterThanOrEqual(1)
        expect(message && fix).toBeTruthy()
      }
    }),
    { numRuns: 300 },
  )
})

test('a block of code that is not closed is found where it begins, also when another block follows', () => {
  const mdx = 'Text.\n\n```ts\nconst a = 1\n\nMore.\n\n```ts right\nconst b = 2\n```\n\nEnd.\n'
  expect(forgivingParse(mdx).faults).toMatchObject([{ rule: 'code', line: 3, column: 1 }])
  expect(forgivingParse('````md\n```ts\nconst a = 1\n```\n````\n').faults).toEqual([])
})
