import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rope, ropeInterleaved } from './rope.ts'
import { sinusoidal } from './sinusoidal.ts'

const sizes = [fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 12 })] as const

test('position 0 is sines of 0 and cosines of 0', () => {
  expect(sinusoidal(1, 5)).toEqual([[0, 1, 0, 1, 0]])
})

test('each pair is a point on the unit circle', () => {
  fc.assert(
    fc.property(...sizes, (n, half) => {
      for (const row of sinusoidal(n, 2 * half))
        for (let i = 0; i < half; i++) expect((row[2 * i] ?? 0) ** 2 + (row[2 * i + 1] ?? 0) ** 2).toBeCloseTo(1, 12)
    }),
  )
})

test('the pairs turn as those of RoPE do', () => {
  fc.assert(
    fc.property(...sizes, (n, half) => {
      const row = sinusoidal(n, 2 * half)[n - 1] ?? []
      // a pair (0, 1) that turns by −θ becomes (sin θ, cos θ)
      const start = Array.from({ length: 2 * half }, (_, c) => c % 2)
      const turned = ropeInterleaved(start, -(n - 1))
      for (const [c, value] of row.entries()) expect(value).toBeCloseTo(turned[c] ?? 0, 12)
    }),
  )
  expect(rope([0, 1], -2)[0]).toBeCloseTo(Math.sin(2), 12)
})

test('sizes that are not counts are refused', () => {
  expect(() => sinusoidal(0, 4)).toThrow(RangeError)
  expect(() => sinusoidal(3, 1.5)).toThrow(RangeError)
})
