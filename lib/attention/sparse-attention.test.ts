import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attendOne } from './attend-one.ts'
import { attention } from './attention.ts'
import { localGlobalMask } from './local-global-mask.ts'
import { slidingWindowAttention } from './sliding-window-attention.ts'
import { sparseAttention } from './sparse-attention.ts'
import { StreamingCache } from './streaming-cache.ts'
import { distance, queriesKeysValues } from './testing/arbitrary-matrix.ts'

const size = fc.integer({ min: 0, max: 8 })

test('a global token sees all and is seen by all; the window is a radius', () => {
  const rows = localGlobalMask(5, 1, [3]).map((row) => row.map(Number).join(''))
  expect(rows).toEqual(['11010', '11110', '01110', '11111', '00011'])
  const causal = localGlobalMask(4, 1, [0], true).map((row) => row.map(Number).join(''))
  expect(causal).toEqual(['1000', '1100', '1110', '1011'])
})

test('sparse attention is attention under its mask', () => {
  fc.assert(
    fc.property(queriesKeysValues(true), size, fc.uniqueArray(fc.nat(6)), fc.boolean(), ({ Q, K, V }, w, g, causal) => {
      const globals = g.filter((i) => i < Q.length)
      const mask = localGlobalMask(Q.length, w, globals, causal)
      expect(distance(sparseAttention(Q, K, V, w, globals, causal), attention(Q, K, V, { mask }))).toBeLessThan(1e-9)
    }),
  )
})

test('a global token must exist', () => {
  expect(() => sparseAttention([[1]], [[1]], [[1]], 1, [4])).toThrow('there is no token 4 among 1 to be global')
  expect(() => sparseAttention([[1]], [[1], [2]], [[1], [2]], 1, [])).toThrow('Q, K and V have 1, 2 and 2 rows')
})

test('a sliding window with sinks is attention under its rule', () => {
  fc.assert(
    fc.property(queriesKeysValues(true), fc.integer({ min: 1, max: 9 }), size, ({ Q, K, V }, window, sinks) => {
      const expected = attention(Q, K, V, { causal: true, window, sinks })
      expect(distance(slidingWindowAttention(Q, K, V, window, sinks), expected)).toBeLessThan(1e-9)
    }),
  )
})

test('a streaming cache gives the last row of the sliding window, and stays small', () => {
  fc.assert(
    fc.property(queriesKeysValues(true), fc.integer({ min: 1, max: 4 }), fc.nat(3), ({ Q, K, V }, window, sinks) => {
      const cache = new StreamingCache(window, sinks)
      const all = slidingWindowAttention(Q, K, V, window, sinks)
      for (const [t, q] of Q.entries()) {
        cache.append(K[t]!, V[t]!)
        expect(cache.length).toBe(Math.min(t + 1, window + sinks))
        expect(distance(cache.attend(q), all[t])).toBeLessThan(1e-9)
      }
    }),
  )
})

test('windows and caches refuse what they cannot use', () => {
  expect(() => slidingWindowAttention([[1]], [[1]], [[1]], 0, 0)).toThrow('the window is 0')
  expect(() => new StreamingCache(1, -1)).toThrow('the number of sinks is -1')
  const cache = new StreamingCache(1, 0)
  expect(() => cache.attend([1])).toThrow('the cache is empty')
  cache.append([1], [1])
  expect(() => cache.append([1, 2], [1])).toThrow('the width of this key is 2')
})

test('one query without a scale averages the values', () => {
  expect(attendOne([0], [[1], [2]], [[10], [20]])).toEqual([15])
})
