import { expect, test } from 'vitest'
import { findLiteralPosition } from './find-literal-position.ts'

const source = `import { type Card, defineCards } from './card.ts'

const first: Card = { id: 'a/one' } as Card
export default defineCards([
  first,
  {
    id: 'a/two',
    keyPoints: [
      { id: 'x', point: 'X.' },  { id: 'y', point: 'Y.' },
    ],
  },
])
`

test.each([
  ['a list', [], { line: 4, column: 28 }],
  ['an entry', [1], { line: 6, column: 3 }],
  ['a field, by its name', [1, 'id'], { line: 7, column: 5 }],
  ['a field of an entry of a field', [1, 'keyPoints', 1, 'point'], { line: 9, column: 45 }],
  ['a field that is not there, at what should hold it', [1, 'keyPoints', 0, 'accepts'], { line: 9, column: 7 }],
  ['an entry that is a name, where it is used', [0], { line: 5, column: 3 }],
  ['a field of an entry that is a name, where it is written', [0, 'id'], { line: 3, column: 23 }],
])('finds %s', (_, path, position) => expect(findLiteralPosition(source, path)).toEqual(position))

test('gives the start of a text that does not parse', () => {
  expect(findLiteralPosition('export default [', [0])).toEqual({ line: 1, column: 1 })
})
