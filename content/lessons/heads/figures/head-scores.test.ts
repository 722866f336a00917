import { expect, test } from 'vitest'
import { classifyHead, scoreHead } from './head-scores.ts'

const n = 12
/** A causal head whose row i puts all of its weight on key `find(i)`. */
const lookingAt = (find: (i: number) => number) =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (j === find(i) ? 1 : 0)))
const spread = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (j <= i ? 1 / (i + 1) : 0)))
const classify = (weights: readonly (readonly number[])[]) => classifyHead(scoreHead(weights))

test.each([
  ['previous', lookingAt((i) => Math.max(i - 1, 0))],
  ['current', lookingAt((i) => i)],
  ['further', lookingAt((i) => Math.max(i - 3, 0))],
  ['first', lookingAt(() => 0)],
  // each word is four tokens long, and every token looks at the last of the word before
  ['sharp', lookingAt((i) => Math.max(4 * Math.floor(i / 4) - 5, 0) || Math.floor(i / 2))],
  ['spread', spread],
] as const)('a head is called “%s” for what it does', (kind, weights) => {
  expect(classify(weights)).toBe(kind)
})

test('a head that shares its weight among the last five tokens is one of recent tokens', () => {
  const recent = Array.from({ length: 40 }, (_, i) =>
    Array.from({ length: 40 }, (_, j) => (j <= i && j > i - 5 ? 1 / Math.min(i + 1, 5) : 0)),
  )
  expect(classify(recent)).toBe('recent')
})

test('the scores are those of the lesson’s table', () => {
  const { offsets, entropy, first, maxEntropy } = scoreHead([
    [1, 0, 0],
    [0.75, 0.25, 0],
    [0.25, 0.5, 0.25],
  ])
  expect(offsets.slice(0, 3)).toEqual([0.5, 0.625, 0.25])
  expect(entropy).toBeCloseTo(0.534, 3)
  expect(first).toBeCloseTo(2 / 3, 12)
  expect(maxEntropy).toBeCloseTo((Math.LN2 + Math.log(3)) / 3, 12)
})

test('one token has no pattern but itself', () => {
  expect(classify([[1]])).toBe('current')
})

test('another function can score the offsets', () => {
  expect(scoreHead(spread, (_, offset) => offset).offsets).toEqual([0, -1, -2, -3, -4])
})
