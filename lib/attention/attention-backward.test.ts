import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AttentionOptions, attention } from './attention.ts'
import { attentionBackward, softmaxBackward } from './attention-backward.ts'
import { softmax } from './softmax.ts'
import { arbitraryMatrix, distance } from './testing/arbitrary-matrix.ts'

const inputs = fc.record({
  Q: arbitraryMatrix(3, 2),
  K: arbitraryMatrix(4, 2),
  V: arbitraryMatrix(4, 3),
  dO: arbitraryMatrix(3, 3),
})

/** Central differences of the loss Σ dO ⊙ attention. */
function slopes(loss: (X: number[][]) => number, X: number[][]): number[][] {
  const h = 1e-5
  const moved = (i: number, c: number, by: number) =>
    loss(X.map((row, r) => row.map((x, k) => (r === i && k === c ? x + by : x))))
  return X.map((row, i) => row.map((_, c) => (moved(i, c, h) - moved(i, c, -h)) / (2 * h)))
}

test.each<[string, AttentionOptions]>([
  ['plain', {}],
  ['causal with a scale', { causal: 'bottom-right', scale: 0.9 }],
  ['with a hidden key', { keyMask: [true, false, true, true] }],
  [
    'with a bias and a soft cap',
    {
      bias: [
        [1, 2, 3, 4],
        [0, 0, 0, 0],
        [4, 3, 2, 1],
      ],
      softcap: 1.5,
    },
  ],
])('gradients are what finite differences say: %s', (_, options) => {
  fc.assert(
    fc.property(inputs, ({ Q, K, V, dO }) => {
      const loss = (q: number[][], k: number[][], v: number[][]) =>
        attention(q, k, v, options).reduce((sum, row, i) => row.reduce((s, x, c) => s + x * dO[i]![c]!, sum), 0)
      const { dQ, dK, dV } = attentionBackward(Q, K, V, dO, options)
      expect(
        distance(
          dQ,
          slopes((X) => loss(X, K, V), Q),
        ),
      ).toBeLessThan(1e-5)
      expect(
        distance(
          dK,
          slopes((X) => loss(Q, X, V), K),
        ),
      ).toBeLessThan(1e-5)
      expect(
        distance(
          dV,
          slopes((X) => loss(Q, K, X), V),
        ),
      ).toBeLessThan(1e-5)
    }),
    { numRuns: 20 },
  )
})

test('the gradient of a softmax sums to 0: shifting all scores changes nothing', () => {
  fc.assert(
    fc.property(arbitraryMatrix(2, 5), ([scores, dp]) => {
      const ds = softmaxBackward(softmax(scores!), dp!)
      expect(ds.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 12)
    }),
  )
})

test('a query that may attend to nothing passes no gradient', () => {
  const { dQ, dK, dV } = attentionBackward([[1]], [[1], [2]], [[1], [2]], [[5]], { keyMask: [false, false] })
  expect([dQ, dK, dV].flat(2).every((x) => x === 0)).toBe(true)
})

test('a gradient of another shape is refused', () => {
  expect(() => attentionBackward([[1]], [[1]], [[1]], [[1, 2]])).toThrow('the width of V is 1, of dO 2')
})
