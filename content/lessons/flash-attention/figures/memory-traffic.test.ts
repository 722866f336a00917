import { expect, test } from 'vitest'
import { compareForms, countQueriesPerBlock, RIDGE } from './memory-traffic.ts'

test('an A100 does 156 FLOPs in the time of one byte', () => {
  expect(RIDGE).toBe(156)
})

test('4,096 tokens of width 128: 32 MiB of scores against two numbers per query', () => {
  const { naive, tiled } = compareForms(4096, 128)
  expect(naive.extraBytes).toBe(32 * 2 ** 20)
  expect(tiled.extraBytes).toBe(2 * 4096 * 2)
})

test('4,096 tokens of width 128: the naive form waits for memory, tiles for arithmetic', () => {
  const { naive, tiled } = compareForms(4096, 128)
  expect(naive.intensity).toBeCloseTo(62, 0)
  expect(naive.isMemoryBound).toBe(true)
  expect(tiled.intensity).toBeCloseTo(178, 0)
  expect(tiled.isMemoryBound).toBe(false)
})

test('the naive intensity stays below half the width, however long the text', () => {
  for (const n of [512, 8192, 131_072]) expect(compareForms(n, 64).naive.intensity).toBeLessThan(32)
})

test('a head of width 256 leaves room for so few queries that tiles wait for memory too', () => {
  const { naive, tiled } = compareForms(8192, 256)
  expect(countQueriesPerBlock(256)).toBe(96)
  expect(tiled.isMemoryBound).toBe(true)
  expect(tiled.trafficBytes).toBeGreaterThan(naive.trafficBytes / 2)
})

test('512 tokens of width 128 wait for memory in tiles too, though a block holds enough queries', () => {
  expect(countQueriesPerBlock(128)).toBeGreaterThan(RIDGE)
  expect(compareForms(512, 128).tiled.isMemoryBound).toBe(true)
})
