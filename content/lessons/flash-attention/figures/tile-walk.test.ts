import { expect, test } from 'vitest'
import { BLOCK_SIZES, COUNT, computeFactor, isInTile, type QueryState, walkTiles } from './tile-walk.ts'

test.each(BLOCK_SIZES)('in tiles of %i, the walk ends with what the naive form returns', (size) => {
  const { steps, naive } = walkTiles(size)
  const last = steps.at(-1)?.after ?? []
  expect(last).toHaveLength(COUNT)
  for (const [i, { l, o }] of last.entries()) expect(o / l).toBeCloseTo(naive[i] as number, 12)
})

test.each(BLOCK_SIZES)('tiles of %i hold every score exactly once', (size) => {
  const { steps, scores } = walkTiles(size)
  for (const [i, row] of scores.entries())
    for (const j of row.keys()) expect(steps.filter(({ tile }) => isInTile(tile, i, j))).toHaveLength(1)
})

test('the scores are whole numbers', () => {
  for (const score of walkTiles(2).scores.flat()) expect(Number.isInteger(score)).toBe(true)
})

test('no factor is above 1, and the first is 0', () => {
  for (const { tile, before, after } of walkTiles(3).steps) {
    if (!tile) continue
    for (let i = tile.top; i < tile.bottom; i++) {
      const factor = computeFactor(before[i] as QueryState, after[i] as QueryState)
      expect(factor).toBeLessThanOrEqual(1)
      if (tile.left === 0) expect(factor).toBe(0)
    }
  }
})

test('only the queries of a tile change', () => {
  for (const { tile, before, after } of walkTiles(4).steps)
    for (const [i, state] of after.entries())
      if (!tile || i < tile.top || i >= tile.bottom) expect(state).toEqual(before[i])
})

test('the worked example of the lesson: query 0 in blocks of two', () => {
  const [, first, second, third] = walkTiles(2).steps.map(({ after }) => after[0])
  expect(first?.m).toBe(0)
  expect(first?.l).toBeCloseTo(1.368, 3)
  expect(first?.o).toBe(4)
  expect(second?.m).toBe(2)
  expect(second?.l).toBeCloseTo(1.553, 3)
  expect(second?.o).toBeCloseTo(9.277, 3)
  expect(third?.m).toBe(2)
  expect(third?.l).toBeCloseTo(2.056, 3)
  expect(third?.o).toBeCloseTo(10.825, 3)
  expect(walkTiles(2).naive[0]).toBeCloseTo(5.264, 3)
})

test('six tokens in tiles of two hold 16 numbers instead of 36', () => {
  expect(walkTiles(2).held).toEqual({ naive: 36, tiled: 16 })
})
