import { expect, test } from 'vitest'
import { crossSteps, type SideChange } from './two-sides.ts'

const CHANGES: readonly SideChange[] = ['none', 'replaced', 'added']

test('the two sides have different lengths: a row of weights per target word, a column per source word', () => {
  const { weights, output, keys } = crossSteps('none', 'none')
  expect([weights.length, weights[0]?.length]).toEqual([2, 4])
  expect([output.length, keys.length]).toEqual([2, 4])
})

test('nothing moves when nothing changes', () => {
  expect(crossSteps('none', 'none').moved).toEqual([0, 0])
})

test('another target word moves its own output and no other, and keeps all keys', () => {
  const { moved, newQueries, newKeys } = crossSteps('replaced', 'none')
  expect(moved[0]).toBe(0)
  expect(moved[1]).toBeGreaterThan(0.01)
  expect([newQueries, newKeys]).toEqual([[1], []])
})

test('one more target word adds a row and moves no output', () => {
  const { moved, weights, newQueries, newKeys } = crossSteps('added', 'none')
  expect(moved).toEqual([0, 0, undefined])
  expect(weights[2]?.indexOf(Math.max(...(weights[2] ?? [])))).toBe(2)
  expect([newQueries, newKeys]).toEqual([[2], []])
})

test.each(['replaced', 'added'] as const)('a source word that is %s moves every output', (source) => {
  const { moved, newQueries, newKeys } = crossSteps('none', source)
  expect(Math.min(...moved.map((by) => by ?? 0))).toBeGreaterThan(0.01)
  expect(newQueries).toEqual([])
  expect(newKeys).toHaveLength(1)
})

test('every row of weights sums to 1, whatever is changed', () => {
  for (const target of CHANGES)
    for (const source of CHANGES)
      for (const row of crossSteps(target, source).weights) expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
})
