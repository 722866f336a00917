import { describe, expect, test } from 'vitest'
import { ItemSchema } from '#lib/review/item.ts'
import { readCourse } from './read-course.ts'
import { reviewItems } from './review-items.ts'

const course = await readCourse()
const items = reviewItems(course)

describe('what the course has to review', () => {
  test('is named as items are, each once', () => {
    for (const item of items) expect(ItemSchema.parse(item)).toEqual(item)
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
  })

  test('is every card, those of unfinished lessons last', () => {
    const cards = (lessons: typeof course.publishedLessons) =>
      lessons.flatMap((lesson) => lesson.cards.map((card) => card.id))
    const ids = items.filter(({ kind }) => kind === 'card').map(({ id }) => id)
    expect(ids).toEqual([...cards(course.publishedLessons), ...cards(course.draftLessons)])
  })

  test('is a drill for every exercise that learners meet, with a time', () => {
    const drills = items.filter(({ kind }) => kind === 'drill')
    const listed = course.publishedLessons.flatMap(({ exercises }) =>
      exercises.map((exercise) => `drill:${exercise.id}`),
    )
    expect(drills.map(({ id }) => id)).toEqual(expect.arrayContaining([...listed, `drill:${course.homeExercise}`]))
    for (const drill of drills) expect(drill.limit).toBeGreaterThan(0)
  })

  test('weighs what interviewers ask as it stands more', () => {
    const interview = course.publishedLessons.flatMap(({ cards }) => cards).find(({ kind }) => kind === 'interview')
    expect(items.find(({ id }) => id === interview?.id)?.weight).toBe(2)
  })
})
