import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attendOne } from '#lib/attention/attend-one.ts'
import { attendWith, findTop, KEYS, moveByKey, placeQuery, START, VALUES, type Vector } from './one-query.ts'

const queries = fc.tuple(fc.double({ min: -4, max: 4, noNaN: true }), fc.double({ min: -4, max: 4, noNaN: true }))

test('the example has the numbers that the lesson states', () => {
  const { scores, exponentials, weights, output } = attendWith(START)
  expect(scores).toEqual([0, 2, 1, -1])
  expect(exponentials.map((e) => e.toFixed(3))).toEqual(['1.000', '7.389', '2.718', '0.368'])
  expect(exponentials.reduce((a, b) => a + b, 0)).toBeCloseTo(11.475, 3)
  expect(weights.map((w) => w.toFixed(3))).toEqual(['0.087', '0.644', '0.237', '0.032'])
  expect(output[0]).toBeCloseTo(3.21, 2)
  expect(output[1]).toBeCloseTo(1.13, 2)
})

test('it is the attention of the reference engine', () => {
  fc.assert(
    fc.property(queries, (q) => {
      expect(attendWith(q).output).toEqual(attendOne(q, KEYS, VALUES))
    }),
  )
})

test('a query of zeros gives the plain mean of the values', () => {
  const { weights, output } = attendWith([0, 0])
  expect(weights).toEqual([0.25, 0.25, 0.25, 0.25])
  expect(output).toEqual([2.75, 2])
})

test('a query that is twice as long gives the best key more weight', () => {
  expect(Math.max(...attendWith([4, 2]).weights)).toBeCloseTo(0.865, 3)
  expect(findTop(attendWith([4, 2]).scores)).toEqual(findTop(attendWith(START).scores))
})

test('each key can have the highest score', () => {
  const aims: readonly Vector[] = [
    [0, -2],
    [3, 1],
    [2, 4],
    [-3, 0],
  ]
  expect(aims.flatMap((q) => findTop(attendWith(q).scores))).toEqual([0, 1, 2, 3])
})

test('the output never leaves the quadrilateral of the values', () => {
  const corners = [VALUES[0], VALUES[1], VALUES[3], VALUES[2]] as readonly Vector[]
  fc.assert(
    fc.property(queries, (q) => {
      const [x, y] = attendWith(q).output
      for (const [i, [ax, ay]] of corners.entries()) {
        const [bx, by] = corners[(i + 1) % corners.length] as Vector
        expect((bx - ax) * (y - ay) - (by - ay) * (x - ax)).toBeGreaterThanOrEqual(-1e-9)
      }
    }),
  )
})

test('a query stays in the plane, on steps of 0.1, and is never −0', () => {
  expect(placeQuery([9, -9])).toEqual([4, -4])
  expect(placeQuery([1.2345, -0.01])).toEqual([1.2, 0])
})

test('arrow keys move the query, with Shift by a whole unit, and no other key does', () => {
  expect(moveByKey([0.1, 0], 'ArrowRight', false)).toEqual([0.3, 0])
  expect(moveByKey([0, 0], 'ArrowDown', true)).toEqual([0, -1])
  expect(moveByKey([-4, 4], 'ArrowLeft', true)).toEqual([-4, 4])
  expect(moveByKey([0, 0], 'Tab', false)).toBeUndefined()
})

test('tied scores share the top', () => {
  expect(findTop(attendWith([0.3, 0.3]).scores)).toEqual([1, 2])
})
