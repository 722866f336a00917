import { expect, test } from 'vitest'
import { findNearest } from './nearest.ts'

const lessons = [{ slug: 'scaling' }, { slug: 'causal-mask' }, { slug: 'kv-cache' }]

test('a lesson with nearly that name comes first', () => {
  expect(findNearest('kvcache', lessons)[0]?.slug).toBe('kv-cache')
  expect(findNearest('casual-mask', lessons)[0]?.slug).toBe('causal-mask')
})

test('all lessons stay on the list', () => expect(findNearest('nothing-like-it', lessons)).toHaveLength(3))
