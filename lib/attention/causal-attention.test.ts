import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attention } from './attention.ts'
import { causalAttention, chunkedCausalAttention } from './causal-attention.ts'
import { causalMask, packedCausalMask } from './causal-mask.ts'
import { paddedAttention } from './padded-attention.ts'
import { distance, queriesKeysValues } from './testing/arbitrary-matrix.ts'

test('row 0 is the first value, and the mask gives the same', () => {
  fc.assert(
    fc.property(queriesKeysValues(true), ({ Q, K, V }) => {
      const output = causalAttention(Q, K, V)
      expect(distance(output[0], V[0])).toBe(0)
      expect(output).toEqual(attention(Q, K, V, { mask: causalMask(Q.length) }))
    }),
  )
})

test('a prompt in chunks gives what it gives at once', () => {
  fc.assert(
    fc.property(queriesKeysValues(true), fc.nat(6), fc.nat(6), ({ Q, K, V }, a, b) => {
      const first = a % (Q.length + 1)
      const second = b % (Q.length - first + 1)
      const chunks = [first, second, Q.length - first - second]
      expect(distance(chunkedCausalAttention(Q, K, V, chunks), causalAttention(Q, K, V))).toBeLessThan(1e-12)
    }),
  )
})

test('documents packed into one row attend as if alone', () => {
  fc.assert(
    fc.property(queriesKeysValues(true), fc.nat(6), ({ Q, K, V }, at) => {
      const cut = at % Q.length
      const together = attention(Q, K, V, { mask: packedCausalMask(Q.map((_, i) => Number(i >= cut))) })
      expect(together.slice(cut)).toEqual(causalAttention(Q.slice(cut), K.slice(cut), V.slice(cut)))
    }),
  )
})

test('padding is as good as not there', () => {
  fc.assert(
    fc.property(queriesKeysValues(), ({ Q, K, V }) => {
      const padded = paddedAttention(
        Q,
        [...K, K.at(-1)!.map(() => 1e6)],
        [...V, V[0]!.map(() => -1e6)],
        [...K.map(() => true), false],
      )
      expect(distance(padded, attention(Q, K, V))).toBeLessThan(1e-12)
    }),
  )
})

test('as many queries as keys are asked for, and chunks that add up', () => {
  expect(() => causalAttention([[1]], [[1], [2]], [[1], [2]])).toThrow('the number of queries is 1, of keys 2')
  expect(() => chunkedCausalAttention([[1]], [[1]], [[1]], [2])).toThrow('the sum of the chunks is 2')
})
