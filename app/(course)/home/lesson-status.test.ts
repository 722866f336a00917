import { describe, expect, test } from 'vitest'
import type { ExerciseInfo, Lesson } from '#lib/course/course.ts'
import { computeLessonStatuses, findNextLesson } from './lesson-status.ts'

const exercise = (id: string) => ({ id, name: id }) as ExerciseInfo
const lesson = (slug: string, ...ids: string[]) => ({ slug, exercises: ids.map(exercise) }) as unknown as Lesson
const lessons = [lesson('one', 'a', 'b'), lesson('two', 'c'), lesson('three', 'd')]
const passed = { passed: true, attempts: 1, givenUp: false }
const failed = { passed: false, attempts: 3, givenUp: false }

describe('a lesson', () => {
  test('is not started while none of its exercises has an attempt', () =>
    expect(computeLessonStatuses(lessons, {}).map(({ state }) => state)).toEqual([
      'not-started',
      'not-started',
      'not-started',
    ]))

  test('is in progress after a failed attempt, and names the exercise that is open', () => {
    const [one] = computeLessonStatuses(lessons, { a: passed, b: failed })
    expect(one).toMatchObject({ state: 'in-progress', passed: 1, open: { id: 'b' }, attempts: 3 })
  })

  test('is completed when all its exercises have been passed', () =>
    expect(computeLessonStatuses(lessons, { a: passed, b: passed })[0]).toMatchObject({
      state: 'completed',
      passed: 2,
    }))
})

test('a lesson in progress comes before one that is not started', () =>
  expect(findNextLesson(computeLessonStatuses(lessons, { c: failed }))?.lesson.slug).toBe('two'))

test('nothing is next when all lessons are completed', () =>
  expect(
    findNextLesson(computeLessonStatuses(lessons, { a: passed, b: passed, c: passed, d: passed })),
  ).toBeUndefined())
