import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attention, attentionSteps } from './attention.ts'
import { causalMaskRect } from './causal-mask.ts'
import { scaledScores } from './scores.ts'
import { distance, queriesKeysValues } from './testing/arbitrary-matrix.ts'

test('rows of weights sum to 1, or to 0 where nothing may be attended to', () => {
  const withMask = queriesKeysValues().chain(({ Q, K, V }) => {
    const row = fc.array(fc.boolean(), { minLength: K.length, maxLength: K.length })
    return fc.record({
      Q: fc.constant(Q),
      K: fc.constant(K),
      V: fc.constant(V),
      mask: fc.array(row, { minLength: Q.length, maxLength: Q.length }),
    })
  })
  fc.assert(
    fc.property(withMask, ({ Q, K, V, mask }) => {
      const { weights, output } = attentionSteps(Q, K, V, { mask })
      for (const [i, row] of weights.entries()) {
        const some = mask[i]!.some(Boolean)
        expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(some ? 1 : 0, 12)
        if (!some) expect(output[i]!.every((x) => x === 0)).toBe(true)
      }
    }),
  )
})

test('permuting keys and values together changes nothing', () => {
  fc.assert(
    fc.property(queriesKeysValues(), ({ Q, K, V }) => {
      expect(distance(attention(Q, K, V), attention(Q, K.toReversed(), V.toReversed()))).toBeLessThan(1e-9)
    }),
  )
})

test('an output lies between the smallest and the largest value of its column', () => {
  fc.assert(
    fc.property(queriesKeysValues(), ({ Q, K, V }) => {
      for (const row of attention(Q, K, V)) {
        for (const [c, x] of row.entries()) {
          const column = V.map((v) => v[c]!)
          expect(x).toBeGreaterThanOrEqual(Math.min(...column) - 1e-9)
          expect(x).toBeLessThanOrEqual(Math.max(...column) + 1e-9)
        }
      }
    }),
  )
})

test('causal outputs do not move when the future does', () => {
  fc.assert(
    fc.property(queriesKeysValues(true), fc.nat(6), ({ Q, K, V }, at) => {
      const t = at % K.length
      const poisoned = (X: number[][]) => X.map((row, j) => (j > t ? row.map(() => 1e6) : row))
      const changed = attention(poisoned(Q), poisoned(K), poisoned(V), { causal: true })
      expect(attention(Q, K, V, { causal: true }).slice(0, t + 1)).toEqual(changed.slice(0, t + 1))
    }),
  )
})

const Q = [
  [1, 0],
  [0, 2],
]
const K = [
  [1, 1],
  [2, 0],
  [0, 3],
]
const V = [[1], [10], [100]]

test('the scale is 1/√d unless another is given', () => {
  expect(scaledScores(Q, K)).toEqual(attentionSteps(Q, K, V).scores)
  expect(attentionSteps(Q, K, V).scores[0]![0]).toBeCloseTo(Math.SQRT1_2, 15)
  expect(attentionSteps(Q, K, V, { scale: 3 }).scores).toEqual([
    [3, 6, 0],
    [6, 0, 18],
  ])
})

test('causal alignments: top-left, bottom-right, after a past', () => {
  const hidden = (options: Parameters<typeof attention>[3]) =>
    attentionSteps(Q, K, V, options).masked.map((row) => row.map((s) => s !== Number.NEGATIVE_INFINITY))
  expect(hidden({ causal: true })).toEqual([
    [true, false, false],
    [true, true, false],
  ])
  expect(hidden({ causal: 'bottom-right' })).toEqual(causalMaskRect(2, 3))
  expect(hidden({ causal: { pastLength: 2 } })).toEqual([
    [true, true, true],
    [true, true, true],
  ])
  expect(hidden({ causal: { pastLength: -1 } })).toEqual([
    [false, false, false],
    [true, false, false],
  ])
})

test('the window counts the token itself, sinks stay, and it goes both ways when not causal', () => {
  const X = [[1], [1], [1], [1]]
  const seen = (options: Parameters<typeof attention>[3]) =>
    attentionSteps(X, X, X, options).weights.map((row) => row.map((w) => Number(w > 0)))
  expect(seen({ causal: true, window: 2, sinks: 1 })).toEqual([
    [1, 0, 0, 0],
    [1, 1, 0, 0],
    [1, 1, 1, 0],
    [1, 0, 1, 1],
  ])
  expect(seen({ window: 1, lookahead: 1 })).toEqual([
    [1, 1, 0, 0],
    [0, 1, 1, 0],
    [0, 0, 1, 1],
    [0, 0, 0, 1],
  ])
  expect(seen({ window: 1, past: 2, lookahead: 0 })).toEqual([
    [0, 0, 1, 0],
    [0, 0, 0, 1],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ])
})

test('a soft cap bounds scores before the mask, so that what is hidden stays hidden', () => {
  const { masked, weights } = attentionSteps(Q, K, V, { softcap: 0.5, causal: true })
  expect(masked[0]![0]).toBeCloseTo(0.5 * Math.tanh(Math.SQRT1_2 / 0.5), 15)
  expect(weights[0]).toEqual([1, 0, 0])
})

test('bias is added after the soft cap; ALiBi falls with the distance', () => {
  const { masked } = attentionSteps(Q, K, V, {
    scale: 1,
    softcap: 100,
    bias: [
      [5, 0, 0],
      [0, 0, Number.NEGATIVE_INFINITY],
    ],
  })
  expect(masked[0]![0]).toBeCloseTo(5 + 100 * Math.tanh(0.01), 12)
  expect(masked[1]![2]).toBe(Number.NEGATIVE_INFINITY)
  expect(attentionSteps(Q, K, V, { scale: 0, alibi: 0.5 }).masked).toEqual([
    [0, -0.5, -1],
    [-0.5, 0, -0.5],
  ])
})

test('garbage behind a mask leaves no trace, not even NaN', () => {
  const poisoned = {
    K: [
      [1, 1],
      [Number.NaN, 0],
      [0, 3],
    ],
    V: [[1], [Number.NaN], [100]],
  }
  const keyMask = [true, false, true]
  expect(attention(Q, poisoned.K, poisoned.V, { keyMask })).toEqual(attention(Q, K, V, { keyMask }))
})

test('a query that may attend to nothing gives NaN where one asks for it', () => {
  expect(attention(Q, K, V, { keyMask: [false, false, false], fullyMaskedRows: 'nan' })).toEqual([
    [Number.NaN],
    [Number.NaN],
  ])
})

test('shapes that do not fit are named, both', () => {
  expect(() => attention(Q, [[1, 2, 3]], [[1]])).toThrow(
    new RangeError('Q is 2 × 2, K is 1 × 3. The width of Q is 2, of K 3: they must be equal'),
  )
  expect(() => attention(Q, K, [[1]])).toThrow('K is 3 × 2, V is 1 × 1. The number of keys is 3, of values 1')
  expect(() => attention([], K, V)).toThrow('Q is empty')
  expect(() => attention(Q, K, V, { mask: [[true, true, true]] })).toThrow(
    'the number of rows of the mask is 1, of queries 2',
  )
  expect(() => attention(Q, K, V, { keyMask: [true] })).toThrow('the length of the key mask is 1, the number of keys 3')
  expect(() => attention(Q, K, V, { bias: [[0], [0]] })).toThrow('the number of columns of the bias is 1, of keys 3')
  expect(() => attention(Q, K, V, { softcap: 0 })).toThrow('the softcap is 0: it must be positive')
})
