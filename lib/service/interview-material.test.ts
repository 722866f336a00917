import { expect, test } from 'vitest'
import { readCourse } from '#lib/course/read-course.ts'
import { planInterview } from '#lib/interview/plan-interview.ts'
import { getCourseMaterial, lessonsWithCards } from './interview-material.ts'

const course = await readCourse()
const published = new Set(course.publishedLessons.map(({ slug }) => slug))

test('an interview asks about published lessons only', () => {
  const { questions, exercises } = getCourseMaterial(course)
  expect(course.draftLessons.some(({ cards }) => cards.length > 0)).toBe(true)
  for (const { lesson } of [...questions, ...exercises]) expect(published).toContain(lesson)
})

test.each([
  [10, 4],
  [25, 10],
  [45, 18],
] as const)('the cards of the published lessons are enough for %i minutes', (minutes, count) => {
  const topics = lessonsWithCards(course).map(({ slug }) => slug)
  const choice = { minutes, topics, weak: false, coding: false, voice: false }
  for (const seed of [1, 2, 3])
    expect(planInterview(choice, getCourseMaterial(course), seed)?.questions).toHaveLength(count)
})
