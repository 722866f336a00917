import { describe, expect, test } from 'vitest'
import type { ExerciseInfo, Lesson } from '#lib/course/course.ts'
import { computeLessonStatuses, findNextLesson } from './lesson-status.ts'

const exercise = (id: string) => ({ id, name: id }) as ExerciseInfo
const lesson = (slug: string, ...ids: string[]) => ({ slug, exercises: ids.map(exercise) }) as unknown as Lesson
const lessons = [lesson('one', 'a', 'b'), lesson('two', 'c'), lesson('three', 'd')]
const passed = { passed: true, attempts: 1, givenUp: false }
const failed = { passed: false, attempts: 3, givenUp: false }

describe('a lesson', () => {
  test('is to come while none of its exercises was tried', () =>
    expect(computeLessonStatuses(lessons, {}).map(({ state }) => state)).toEqual(['to-come', 'to-come', 'to-come']))

  test('is begun by a failed attempt, and names the exercise that is open', () => {
    const [one] = computeLessonStatuses(lessons, { a: passed, b: failed })
    expect(one).toMatchObject({ state: 'begun', passed: 1, open: { id: 'b' }, attempts: 3 })
  })

  test('is done when all its exercises have been passed', () =>
    expect(computeLessonStatuses(lessons, { a: passed, b: passed })[0]).toMatchObject({ state: 'done', passed: 2 }))
})

test('you continue with what is begun before what is to come', () =>
  expect(findNextLesson(computeLessonStatuses(lessons, { c: failed }))?.lesson.slug).toBe('two'))

test('nothing is next when all is done', () =>
  expect(
    findNextLesson(computeLessonStatuses(lessons, { a: passed, b: passed, c: passed, d: passed })),
  ).toBeUndefined())
