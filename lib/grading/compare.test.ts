import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareValues } from './compare.ts'
import { describeDifference } from './describe-difference.ts'
import { DEFAULT_TOLERANCE, EXACT_TOLERANCE } from './exercise.ts'
import { UnsupportedValue } from './value.ts'

const words = (want: never | unknown, got: unknown, inputs = {}) => {
  const d = compareValues(want as never, got as never, DEFAULT_TOLERANCE)
  return d && describeDifference({ ...d, step: 0 }, inputs)
}

describe('comparing a result', () => {
  test('a value equals itself, NaN and −0 included', () => {
    const value = fc.letrec((tie) => ({
      v: fc.oneof({ maxDepth: 3 }, fc.double(), fc.boolean(), fc.string(), fc.array(tie('v'), { maxLength: 4 })),
    })).v
    fc.assert(
      fc.property(value, (v) => compareValues(v as never, structuredClone(v) as never, EXACT_TOLERANCE) === undefined),
    )
    expect(compareValues(0, -0, EXACT_TOLERANCE)).toBeUndefined()
  })
  test('no number is close to an infinite one', () => {
    expect(compareValues([Number.POSITIVE_INFINITY], [1e300], DEFAULT_TOLERANCE)?.kind).toBe('cells')
    expect(compareValues([Number.POSITIVE_INFINITY], [Number.POSITIVE_INFINITY], DEFAULT_TOLERANCE)).toBeUndefined()
    expect(compareValues([1], [Number.POSITIVE_INFINITY], DEFAULT_TOLERANCE)?.kind).toBe('cells')
  })
  test('a difference within the tolerance is none, beyond it is one', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (x) => {
        const room = DEFAULT_TOLERANCE.atol + DEFAULT_TOLERANCE.rtol * Math.abs(x)
        expect(compareValues([x], [x + room * 0.9], DEFAULT_TOLERANCE)).toBeUndefined()
        expect(compareValues([x], [x + room * 1.1], DEFAULT_TOLERANCE)?.kind).toBe('cells')
      }),
    )
  })
  test('the weights instead of the output are recognized by their shape', () => {
    const w = words(
      [[1], [2], [3]],
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      { Q: [3, 2], K: [3, 2], V: [3, 1] },
    )
    expect(w?.headline).toBe('You returned 3 rows of 3, expected 3 rows of 1')
    expect(w?.sentence).toContain('the shape of the weights')
  })
  test('NaN is named where it first occurs', () => {
    expect(
      words(
        [
          [1, 2],
          [3, 4],
        ],
        [
          [1, 2],
          [Number.NaN, 4],
        ],
      )?.headline,
    ).toBe('Row 1 of your output is NaN')
  })
  test('a typed array is a wrong type, said in words', () => {
    expect(words([1, 2], new UnsupportedValue('typed-array', 'Float64Array'))?.headline).toBe(
      'You returned a Float64Array (expected a plain array), expected a list of numbers',
    )
    expect(
      words(
        [[1], [2]],
        [new UnsupportedValue('typed-array', 'Float32Array'), new UnsupportedValue('typed-array', 'Float32Array')],
      )?.headline,
    ).toContain('a Float32Array')
  })
  test('nothing returned asks for a return', () => {
    expect(words([1], undefined)?.sentence).toContain('Is a return missing')
  })
  test('rows of different lengths are a shape of their own', () => {
    expect(
      words(
        [
          [1, 2],
          [3, 4],
        ],
        [[1], [3, 4]],
      )?.headline,
    ).toContain('differ in length')
  })
  test('a boolean where the other one is expected is a wrong cell', () => {
    expect(compareValues([[true, false]], [[true, true]], EXACT_TOLERANCE)).toMatchObject({
      kind: 'cells',
      count: 1,
      of: 2,
    })
    expect(compareValues([[true]], [[1]] as never, EXACT_TOLERANCE)?.kind).toBe('type')
  })
})

test('an object without a field is told by its fields; one that is undefined may be left out', () => {
  expect(compareValues({ max: 1, sum: 2 }, { m: 1, l: 2 }, EXACT_TOLERANCE)).toEqual({
    kind: 'type',
    path: [],
    expected: 'an object with max and sum',
    got: 'an object with m and l',
  })
  expect(compareValues({ block: 1, copiedFrom: undefined }, { block: 1 }, EXACT_TOLERANCE)).toBeUndefined()
})

test('what is many times too large is told at once', () => {
  expect(compareValues([1, 2, 3], new Array(32_000).fill(0), EXACT_TOLERANCE)).toEqual({
    kind: 'too-large',
    expected: 3,
    got: 32_000,
  })
})
