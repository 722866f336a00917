import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lessonProgress, progressFrom } from './progress.ts'

const graded = (exercise: string, at: number, passed = false, version = 'v1') => ({ exercise, at, passed, version })

describe('progress', () => {
  test('of nobody is empty', () => {
    expect(progressFrom({ graded: [], givenUp: [] })).toEqual({})
  })

  test('counts attempts, and takes time and version from the first pass', () => {
    const record = [graded('a', 1), graded('a', 2, true, 'v2'), graded('a', 3, true, 'v3'), graded('b', 4)]
    expect(progressFrom({ graded: record, givenUp: [] })).toEqual({
      a: { passed: true, attempts: 3, passedAt: 2, version: 'v2', assisted: false, givenUp: false },
      b: { passed: false, attempts: 1, assisted: false, givenUp: false },
    })
  })

  test('is assisted when the solution was seen before the first pass, not after it', () => {
    const record = [graded('a', 5, true), graded('b', 5, true), graded('c', 5)]
    const givenUp = [
      { exercise: 'a', at: 4 },
      { exercise: 'b', at: 6 },
      { exercise: 'c', at: 4 },
    ]
    const progress = progressFrom({ graded: record, givenUp })
    expect([progress.a?.assisted, progress.b?.assisted, progress.c?.assisted]).toEqual([true, false, false])
  })

  test('knows an exercise that was given up and never tried', () => {
    expect(progressFrom({ graded: [], givenUp: [{ exercise: 'a', at: 1 }] })).toEqual({
      a: { passed: false, attempts: 0, assisted: false, givenUp: true },
    })
  })

  test('does not depend on the order of the record', () => {
    const one = fc.record({
      exercise: fc.constantFrom('a', 'b'),
      at: fc.nat(),
      passed: fc.boolean(),
      version: fc.constant('v'),
    })
    const law = fc.property(fc.array(one), (record) => {
      expect(progressFrom({ graded: record, givenUp: [] })).toEqual(
        progressFrom({ graded: record.toReversed(), givenUp: [] }),
      )
    })
    fc.assert(law)
  })
})

test('a lesson is done when each of its exercises has been passed', () => {
  const progress = progressFrom({ graded: [graded('a', 1, true), graded('b', 2)], givenUp: [] })
  expect(lessonProgress(['a', 'b'], progress)).toEqual({ done: false, passed: 1, total: 2 })
  expect(lessonProgress(['a'], progress)).toEqual({ done: true, passed: 1, total: 1 })
})
