import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  causalLinearAttention,
  initialState,
  linearRecurrence,
  readState,
  updateState,
} from './causal-linear-attention.ts'
import { deltaRule } from './delta-rule.ts'
import { causalLinearAttentionParallel, eluPlusOne, linearAttention } from './linear-attention.ts'
import { dot, matmul } from './matrix.ts'
import { arbitraryMatrix, distance, queriesKeysValues } from './testing/arbitrary-matrix.ts'

test('the feature map is positive and meets at 0', () => {
  expect([eluPlusOne(2), eluPlusOne(0), eluPlusOne(-1)]).toEqual([3, 1, Math.exp(-1)])
})

test('linear attention is attention with φ(q)·φ(k) instead of the exponential', () => {
  fc.assert(
    fc.property(queriesKeysValues(), ({ Q, K, V }) => {
      const phi = (x: number[]) => x.map(eluPlusOne)
      const expected = Q.map((q) => {
        const w = K.map((k) => dot(phi(q), phi(k)))
        const sum = w.reduce((a, b) => a + b, 0)
        return matmul([w.map((x) => x / sum)], V)[0]
      })
      expect(distance(linearAttention(Q, K, V), expected)).toBeLessThan(1e-9)
    }),
  )
})

test('the recurrent form is the parallel form, and its last row sees all', () => {
  fc.assert(
    fc.property(queriesKeysValues(true), ({ Q, K, V }) => {
      const recurrent = causalLinearAttention(Q, K, V)
      expect(distance(recurrent, causalLinearAttentionParallel(Q, K, V))).toBeLessThan(1e-9)
      expect(distance(recurrent.at(-1), linearAttention(Q, K, V).at(-1))).toBeLessThan(1e-9)
    }),
  )
})

test('decoding goes on from a state', () => {
  fc.assert(
    fc.property(queriesKeysValues(true), ({ Q, K, V }) => {
      const state = initialState(K[0]!.length, V[0]!.length)
      for (const [t, k] of K.entries()) updateState(state, k, V[t]!)
      expect(state).toEqual(linearRecurrence(Q, K, V).state)
      expect(distance(readState(state, Q.at(-1)!), causalLinearAttention(Q, K, V).at(-1))).toBeLessThan(1e-12)
    }),
  )
})

const one = [[1, 0]]

test('the delta rule replaces what a key held; a plain write adds to it', () => {
  const twice = { Q: [one[0]!, one[0]!], K: [one[0]!, one[0]!], V: [[5], [7]] }
  expect(deltaRule(twice.Q, twice.K, twice.V, { scale: 1, beta: [1, 1] }).output).toEqual([[5], [7]])
  expect(deltaRule(twice.Q, twice.K, twice.V, { scale: 1, beta: [1, 0.5] }).output).toEqual([[5], [6]])
  expect(deltaRule(twice.Q, twice.K, twice.V, { scale: 1 }).output).toEqual([[5], [12]])
})

test('a gate fades the state before the write, per row or for all alike', () => {
  const state = [[8], [16]]
  expect(deltaRule([[1, 1]], [[0, 0]], [[0]], { scale: 1, state, decay: [[Math.log(0.5)]] }).state).toEqual([[4], [8]])
  const faded = deltaRule([[1, 1]], [[0, 0]], [[0]], { scale: 1, state, decay: [[0, Math.log(0.25)]] }).state
  expect(distance(faded, [[8], [4]])).toBeLessThan(1e-12)
  expect(state).toEqual([[8], [16]])
})

test('a sequence in two halves, the state handed on, is the sequence', () => {
  fc.assert(
    fc.property(arbitraryMatrix(6, 2), arbitraryMatrix(6, 2), arbitraryMatrix(6, 3), (Q, K, V) => {
      const beta = [0.1, 0.9, 0.5, 0.3, 0.2, 0.7]
      const whole = deltaRule(Q, K, V, { beta })
      const first = deltaRule(Q.slice(0, 2), K.slice(0, 2), V.slice(0, 2), { beta: beta.slice(0, 2) })
      const rest = { beta: beta.slice(2), state: first.state }
      const second = deltaRule(Q.slice(2), K.slice(2), V.slice(2), rest)
      expect(second.state).toEqual(whole.state)
      expect([...first.output, ...second.output]).toEqual(whole.output)
    }),
  )
})

test('a state of another shape is refused', () => {
  expect(() => deltaRule(one, one, [[1]], { state: [[1]] })).toThrow(
    'the rows of the state is 1, the width of the keys 2',
  )
})
