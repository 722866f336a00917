import fc from 'fast-check'
import { expect, test } from 'vitest'
import { causalAttention } from './causal-attention.ts'
import { decode } from './decode.ts'
import { KVCache } from './kv-cache.ts'
import { matmul } from './matrix.ts'
import { arbitraryMatrix, distance, queriesKeysValues } from './testing/arbitrary-matrix.ts'

test('a cache gives, token by token, what causal attention gives at once', () => {
  fc.assert(
    fc.property(queriesKeysValues(true), ({ Q, K, V }) => {
      const cache = new KVCache()
      const output = Q.map((q, t) => {
        cache.append(K[t]!, V[t]!)
        expect(cache.length).toBe(t + 1)
        return cache.attend(q)
      })
      expect(distance(output, causalAttention(Q, K, V))).toBeLessThan(1e-12)
    }),
  )
})

test('what the caller does to its arrays afterwards changes nothing', () => {
  const cache = new KVCache()
  const [k, v] = [[1], [2]]
  cache.append(k, v)
  k[0] = 99
  v[0] = 99
  expect(cache.attend([1])).toEqual([2])
  expect(cache.attend([1])).toEqual([2])
})

test('caches share nothing', () => {
  const [a, b] = [new KVCache(), new KVCache()]
  a.append([1], [2])
  expect(b.length).toBe(0)
})

test('an empty cache and a width that differs are refused', () => {
  const cache = new KVCache()
  expect(() => cache.attend([1])).toThrow('the cache is empty')
  cache.append([1], [2])
  expect(() => cache.append([1, 2], [2])).toThrow('the width of this key is 2, of the keys before 1')
  expect(cache.length).toBe(1)
})

test('decoding token by token is causal attention over the projections', () => {
  const inputs = fc.tuple(arbitraryMatrix(5, 3), arbitraryMatrix(3, 2), arbitraryMatrix(3, 2), arbitraryMatrix(3, 4))
  fc.assert(
    fc.property(inputs, ([X, Wq, Wk, Wv]) => {
      const parallel = causalAttention(matmul(X, Wq), matmul(X, Wk), matmul(X, Wv))
      expect(distance(decode(X, Wq, Wk, Wv), parallel)).toBeLessThan(1e-12)
    }),
  )
  expect(() => decode([[1, 2]], [[1]], [[1]], [[1]])).toThrow('the width of the tokens is 2, the rows of Wq 1')
})
