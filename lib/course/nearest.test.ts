import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distance, nearest } from './nearest.ts'

const lessons = [{ slug: 'scaling' }, { slug: 'causal-mask' }, { slug: 'kv-cache' }]

test('a lesson with nearly that name comes first', () => {
  expect(nearest('kvcache', lessons)[0]?.slug).toBe('kv-cache')
  expect(nearest('casual-mask', lessons)[0]?.slug).toBe('causal-mask')
})

test('all lessons stay on the list', () => expect(nearest('nothing-like-it', lessons)).toHaveLength(3))

test('the distance is symmetric, and 0 only between equal words', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      expect(distance(a, b)).toBe(distance(b, a))
      expect(distance(a, b) === 0).toBe(a === b)
    }),
  )
})
