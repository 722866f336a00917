import { expect, test } from 'vitest'
import { countSharedCosts, QUERY_HEADS, readingPattern } from './shared-costs.ts'

const full = countSharedCosts(QUERY_HEADS)

test.each([1, 2, 4, 8])('with %i KV heads the cache and W_K, W_V shrink by h/g; the rest stays', (kvHeads) => {
  const { cached, kvWeights, otherWeights, scores } = countSharedCosts(kvHeads)
  expect(full.cached / cached).toBe(QUERY_HEADS / kvHeads)
  expect(full.kvWeights / kvWeights).toBe(QUERY_HEADS / kvHeads)
  expect([otherWeights, scores]).toEqual([full.otherWeights, full.scores])
})

test.each([1, 2, 4, 8])('with %i KV heads every query head reads one, and each is read by h/g neighbors', (kvHeads) => {
  const pattern = readingPattern(kvHeads)
  const group = QUERY_HEADS / kvHeads
  expect(pattern.map((row) => row.indexOf(1))).toEqual(
    Array.from({ length: kvHeads }, (_, kv) => Array.from({ length: group }, () => kv)).flat(),
  )
  expect(pattern.flat().reduce((sum, x) => sum + x, 0)).toBe(QUERY_HEADS)
})

test('multi-head attention has four projections of equal size', () => {
  expect(full.kvWeights).toBe(full.otherWeights)
})
