import { expect, test } from 'vitest'
import { shortPieces } from './short-pieces.ts'

test('a short question stands as it is', () => {
  expect(shortPieces('And what does `V[0]` give?')).toEqual(['And what does ', { code: 'V[0]' }, ' give?'])
})

test('a long one is cut after a word, and before code or maths that would be cut', () => {
  expect(shortPieces('What goes wrong if the mask adds a large number in half precision?')).toEqual([
    'What goes wrong if the mask adds a large',
    '…',
  ])
  expect(shortPieces('What would *you* change about it, so that *every later position* is hidden?')).toEqual([
    'What would ',
    { em: ['you'] },
    ' change about it, so that',
    '…',
  ])
  expect(shortPieces('What would happen here if you took `Number.MIN_VALUE + something` for it?')).toEqual([
    'What would happen here if you took',
    '…',
  ])
})
