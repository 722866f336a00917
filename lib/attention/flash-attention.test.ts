import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attention } from './attention.ts'
import { flashAttention, flashForward } from './flash-attention.ts'
import { logSumExp } from './log-softmax.ts'
import { scaledScores } from './scores.ts'
import { distance, queriesKeysValues } from './testing/arbitrary-matrix.ts'

const blockSize = fc.integer({ min: 1, max: 9 })

test('tiles of any size give what the whole matrix gives', () => {
  fc.assert(
    fc.property(queriesKeysValues(), blockSize, ({ Q, K, V }, block) => {
      expect(distance(flashAttention(Q, K, V, block), attention(Q, K, V))).toBeLessThan(1e-9)
    }),
  )
})

test('causal tiles of any size give causal attention', () => {
  fc.assert(
    fc.property(queriesKeysValues(true), blockSize, ({ Q, K, V }, block) => {
      const expected = attention(Q, K, V, { causal: true, scale: 0.3 })
      expect(distance(flashAttention(Q, K, V, block, { causal: true, scale: 0.3 }), expected)).toBeLessThan(1e-9)
    }),
  )
})

test('the log-sum-exp that it keeps is that of the scores', () => {
  fc.assert(
    fc.property(queriesKeysValues(), blockSize, ({ Q, K, V }, block) => {
      const { lse } = flashForward(Q, K, V, block)
      expect(distance(lse, scaledScores(Q, K).map(logSumExp))).toBeLessThan(1e-9)
    }),
  )
})

test('scores that grow block by block, or lie all at −2·10⁴, do no harm', () => {
  const V = [[1], [2], [3], [4]]
  const growing = [[0], [1e3], [2e3], [3e3]]
  expect(flashAttention([[1]], growing, V, 1)).toEqual([[4]])
  expect(
    flashAttention(
      [[1]],
      growing.map(() => [-2e4]),
      V,
      3,
    ),
  ).toEqual([[2.5]])
})

test('a block size is a whole number of at least 1', () => {
  expect(() => flashAttention([[1]], [[1]], [[1]], 0)).toThrow('the block size is 0')
})
