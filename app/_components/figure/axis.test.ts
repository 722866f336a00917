import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAxis } from './axis.ts'

test('every value lies on the axis, in its order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 }),
      (values) => {
        const { at } = createAxis(values)
        for (const x of values) expect(at(x)).toBeGreaterThanOrEqual(-1e-6)
        for (const x of values) expect(at(x)).toBeLessThanOrEqual(1 + 1e-6)
      },
    ),
  )
})

test('ticks of a linear axis are round', () => expect(createAxis([0, 9]).ticks).toEqual([0, 5, 10]))

test('a logarithmic axis of powers of two has powers of two', () =>
  expect(createAxis([16, 32, 64, 128], { log: true }).ticks).toEqual([16, 32, 64, 128]))

test('a logarithmic axis leaves out what is not positive', () =>
  expect(createAxis([0, 1, 100], { log: true }).ticks).toEqual([1, 10, 100]))

test('a tight axis ends where its values end', () => {
  const { at, ticks } = createAxis([-24, 24], { tight: true })
  expect([at(-24), at(24)]).toEqual([0, 1])
  expect(ticks).toEqual([-20, 0, 20])
})
