import { describe, expect, test } from 'vitest'
import { estimateDurations } from './estimate-durations.ts'
import type { Item } from './item.ts'

const item = (id: string, over: Partial<Item> = {}): Item => ({ id, kind: 'card', lesson: 'one', weight: 1, ...over })
const pace = (durations: Record<string, number[]>) =>
  estimateDurations(new Map(Object.entries(durations).map(([id, ms]) => [id, { durations: ms }])))

describe('how long an item takes', () => {
  test('is the median of its last reviews', () => {
    expect(pace({ 'one/a': [1, 9, 2], 'one/b': [7] })(item('one/a'))).toBe(2)
  })

  test('is, before its first review, the median of the last reviews of its kind', () => {
    const durations = { 'one/a': [1, 2, 3], 'one/b': [4, 5], 'number:one/n': [900, 900, 900, 900, 900] }
    expect(pace(durations)(item('one/c'))).toBe(3)
  })

  test('is a guess before there are five reviews of its kind, and of a drill its limit', () => {
    const estimate = pace({ 'one/a': [1, 2, 3, 4] })
    expect(estimate(item('one/c'))).toBe(40_000)
    expect(estimate(item('drill:x', { kind: 'drill', limit: 5000 }))).toBe(5000)
  })
})
