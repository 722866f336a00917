import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attendInt8 } from './attend-int8.ts'
import { attention } from './attention.ts'
import { dequantize, dequantizePerChannel, quantizeInt8, quantizePerChannel } from './quantize-int8.ts'
import { arbitraryMatrix, distance } from './testing/arbitrary-matrix.ts'

/** Below 1e-300 a scale loses digits: there the bound does not hold, and no cache has such numbers. */
const entry = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((v) => (Math.abs(v) < 1e-300 ? 0 : v))
const x = fc.array(entry, { minLength: 1, maxLength: 9 })

test('an entry comes back within half a scale, from a whole number in −127…127', () => {
  fc.assert(
    fc.property(x, (row) => {
      const { q, scale } = quantizeInt8(row)
      for (const [i, n] of q.entries()) {
        expect(Number.isInteger(n) && Math.abs(n) <= 127).toBe(true)
        expect(Math.abs(row[i]! - n * scale)).toBeLessThanOrEqual((scale / 2) * (1 + 1e-9))
      }
    }),
  )
})

test('a zero vector comes back as zeros', () => {
  expect(quantizeInt8([0, -0])).toEqual({ q: [0, 0], scale: 0 })
  expect(dequantize({ q: [0, 0], scale: 0 })).toEqual([0, 0])
})

test('an outlier channel spoils a token’s scale, not another channel’s', () => {
  const X = [
    [100, 0.3],
    [-50, 0.1],
  ]
  const perToken = X.map((row) => dequantize(quantizeInt8(row)))
  const { q, scales } = quantizePerChannel(X)
  const perChannel = dequantizePerChannel(q, scales)
  expect(Math.abs(perToken[0]![1]! - 0.3)).toBeGreaterThan(0.1)
  expect(Math.abs(perChannel[0]![1]! - 0.3)).toBeLessThan(0.002)
})

test('attention over int8 is attention over what comes back', () => {
  fc.assert(
    fc.property(arbitraryMatrix(1, 3), arbitraryMatrix(4, 3), arbitraryMatrix(4, 2), ([q], K, V) => {
      const [K8, V8] = [K.map(quantizeInt8), V.map(quantizeInt8)]
      const expected = attention([q!], K8.map(dequantize), V8.map(dequantize))[0]
      expect(distance(attendInt8(q!, K8, V8), expected)).toBe(0)
    }),
  )
})

test('what is not finite cannot be quantised', () => {
  expect(() => quantizeInt8([Number.NaN])).toThrow('an entry is NaN: only finite numbers can be quantised')
})
