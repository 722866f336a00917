import { expect, test } from 'vitest'
import { HEAD_COUNTS, headSteps, TOKENS } from './head-steps.ts'

const tokens = TOKENS.map((_, i) => i)
const findBest = (row: readonly number[] = []) => row.indexOf(Math.max(...row))
const getWeights = (heads: 1 | 2 | 4, head: number, token: number) => headSteps(heads).weights[head]?.[token] ?? []

test.each(tokens)('with two heads, token %i reads the token before in head 0 and the token after in head 1', (i) => {
  expect(findBest(getWeights(2, 0, i))).toBe(Math.max(0, i - 1))
  expect(findBest(getWeights(2, 1, i))).toBe(Math.min(3, i + 1))
})

test('the worked example of the lesson: 0.89 on one neighbor per head, and 0.25 everywhere with one head', () => {
  expect(getWeights(2, 0, 1)[0]).toBeCloseTo(0.89, 2)
  expect(getWeights(2, 1, 1)[2]).toBeCloseTo(0.89, 2)
  expect(getWeights(1, 0, 1)).toEqual([0.25, 0.25, 0.25, 0.25])
})

test('a head of width 1 whose query is 0 gives every token the same weight', () => {
  expect(getWeights(4, 1, 1)).toEqual([0.25, 0.25, 0.25, 0.25])
  expect(findBest(getWeights(4, 0, 1))).toBe(0)
})

test.each(HEAD_COUNTS)('with %i heads, what the heads add sums to the output', (heads) => {
  const { added, output } = headSteps(heads)
  expect(added).toHaveLength(heads)
  output.forEach((row, i) => {
    row.forEach((x, c) => {
      expect(added.reduce((sum, head) => sum + (head[i]?.[c] ?? 0), 0)).toBeCloseTo(x, 12)
    })
  })
})
