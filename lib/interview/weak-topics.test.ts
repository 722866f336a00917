import { expect, test } from 'vitest'
import { findWeakTopics } from './weak-topics.ts'

const none = { strength: null, failed: 0, askedPoints: 0, coveredPoints: 0 }

test('lessons of which nothing is known are no weak spots', () => {
  expect(findWeakTopics([{ lesson: 'a', ...none }])).toEqual([])
})

test('what is forgotten, failed or went unsaid makes a weak spot; the shakiest come first', () => {
  expect(
    findWeakTopics([
      { lesson: 'fresh', ...none, strength: 1 },
      { lesson: 'faded', ...none, strength: 0.6 },
      { lesson: 'failed', ...none, failed: 1 },
      { lesson: 'unsaid', ...none, askedPoints: 10, coveredPoints: 1 },
    ]),
  ).toEqual(['unsaid', 'failed', 'faded'])
})

test('four weak spots are enough for one interview', () => {
  expect(findWeakTopics(Array.from({ length: 9 }, (_, i) => ({ ...none, lesson: `${i}`, failed: 1 })))).toHaveLength(4)
})
