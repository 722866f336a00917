import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from './edit-distance.ts'

test.each([
  ['softmax', 'softmax', 0],
  ['sofmax', 'softmax', 1],
  ['sotfmax', 'softmax', 1],
  ['saturashun', 'saturation', 3],
  ['', 'abc', 3],
  ['ca', 'abc', 3],
])('from “%s” to “%s” are %i slips', (a, b, slips) => expect(editDistance(a, b)).toBe(slips))

test('the way back is as long, and none is longer than the longer word', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a))
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
      expect(editDistance(a, b) === 0).toBe(a === b)
    }),
  )
})
