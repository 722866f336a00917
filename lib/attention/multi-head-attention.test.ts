import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attention } from './attention.ts'
import { crossAttention, selfAttention } from './cross-attention.ts'
import { groupedQueryAttention, kvHeadIndex } from './grouped-query-attention.ts'
import { splitHeads } from './heads.ts'
import { add, matmul } from './matrix.ts'
import { multiHead, multiHeadAttention } from './multi-head-attention.ts'
import { arbitraryMatrix, distance } from './testing/arbitrary-matrix.ts'

const layer = fc.record({
  X: arbitraryMatrix(4, 6),
  Y: arbitraryMatrix(3, 6),
  Wq: arbitraryMatrix(6, 6),
  Wk: arbitraryMatrix(6, 6),
  Wv: arbitraryMatrix(6, 6),
  Wo: arbitraryMatrix(6, 6),
})

test('one head is attention followed by Wo', () => {
  fc.assert(
    fc.property(layer, ({ X, Wq, Wk, Wv, Wo }) => {
      const single = matmul(selfAttention(X, Wq, Wk, Wv), Wo)
      expect(distance(multiHeadAttention(X, Wq, Wk, Wv, Wo, 1), single)).toBeLessThan(1e-9)
    }),
  )
})

test('heads put side by side and mixed are the sum of what each adds by its rows of Wo', () => {
  fc.assert(
    fc.property(layer, ({ X, Wq, Wk, Wv, Wo }) => {
      const [Q, K, V] = [Wq, Wk, Wv].map((W) => splitHeads(matmul(X, W), 3)) as [
        number[][][],
        number[][][],
        number[][][],
      ]
      const parts = Q.map((q, h) => matmul(attention(q, K[h]!, V[h]!), Wo.slice(2 * h, 2 * h + 2)))
      expect(distance(multiHeadAttention(X, Wq, Wk, Wv, Wo, 3), parts.reduce(add))).toBeLessThan(1e-9)
    }),
  )
})

test('cross-attention gives a row per row of X, and self-attention is X asking itself', () => {
  fc.assert(
    fc.property(layer, ({ X, Y, Wq, Wk, Wv }) => {
      expect(crossAttention(X, Y, Wq, Wk, Wv)).toHaveLength(4)
      expect(crossAttention(X, Y, Wq, Wk, Wv)).toEqual(attention(matmul(X, Wq), matmul(Y, Wk), matmul(Y, Wv)))
    }),
  )
})

test('biases are added to each projection', () => {
  const zero = [
    [0, 0],
    [0, 0],
  ]
  const { output, weights } = multiHead(
    [[1, 2]],
    [[1, 2]],
    [[1, 2]],
    {
      Wq: zero,
      Wk: zero,
      Wv: zero,
      Wo: [
        [1, 0],
        [0, 1],
      ],
      bv: [3, 4],
      bo: [10, 20],
    },
    { heads: 2 },
  )
  expect(output).toEqual([[13, 24]])
  expect(weights).toEqual([[[1]], [[1]]])
})

test('grouped-query attention with as many KV heads as heads is multi-head attention', () => {
  fc.assert(
    fc.property(fc.tuple(arbitraryMatrix(3, 8), arbitraryMatrix(5, 8), arbitraryMatrix(5, 8)), (matrices) => {
      const [Q, K, V] = matrices.map((M) => splitHeads(M, 4)) as [number[][][], number[][][], number[][][]]
      expect(groupedQueryAttention(Q, K, V)).toEqual(Q.map((q, h) => attention(q, K[h]!, V[h]!)))
    }),
  )
})

test('query heads share KV heads in order, not in turns', () => {
  expect([0, 1, 2, 3, 4, 5].map((i) => kvHeadIndex(i, 6, 3))).toEqual([0, 0, 1, 1, 2, 2])
  expect([0, 1, 2].map((i) => kvHeadIndex(i, 3, 1))).toEqual([0, 0, 0])
  expect(() => kvHeadIndex(0, 4, 3)).toThrow('4 query heads cannot share 3 KV heads evenly')
})
