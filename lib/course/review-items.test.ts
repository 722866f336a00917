import { describe, expect, test } from 'vitest'
import { ItemSchema } from '#lib/review/item.ts'
import { readCourse } from './read-course.ts'
import { listLoggableIds, listReviewItems } from './review-items.ts'

const course = await readCourse()
const items = listReviewItems(course)

describe('what the course has to review', () => {
  test('is named as items are, each once', () => {
    for (const item of items) expect(ItemSchema.parse(item)).toEqual(item)
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
  })

  test('is every card and number question of the published lessons, and none of drafts', () => {
    const cardIds = course.publishedLessons.flatMap(({ cards, numbers = [] }) => [
      ...cards.map(({ id }) => id),
      ...numbers.map(({ id }) => `number:${id}`),
    ])
    expect(items.filter(({ kind }) => kind !== 'drill').map(({ id }) => id)).toEqual(cardIds)
    expect(course.draftLessons.flatMap(({ cards }) => cards).length).toBeGreaterThan(0)
  })

  test('is no drill of a draft, except of the home page’s exercise', () => {
    const { homeExercise } = course
    const draftLessons = [...course.publishedLessons, ...course.draftLessons]
    const draftItems = listReviewItems({ ...course, publishedLessons: [], draftLessons })
    expect(draftItems.map(({ id }) => id)).toEqual([`drill:${homeExercise}`])
    const slugs = new Set(course.publishedLessons.map(({ slug }) => slug))
    const others = items.filter(({ lesson, id }) => !slugs.has(lesson) && id !== `drill:${homeExercise}`)
    expect(others).toEqual([])
  })

  test('leaves out drafts, which a log may still name', () => {
    const names = listLoggableIds(course)
    for (const { slug, cards } of [...course.publishedLessons, ...course.draftLessons])
      for (const name of [`lesson:${slug}`, ...cards.map(({ id }) => id)]) expect(names).toContain(name)
    for (const { id } of items) expect(names).toContain(id)
    expect(names).not.toContain('lesson:nothing')
  })

  test('is a drill for every exercise that learners meet, with a time', () => {
    const drills = items.filter(({ kind }) => kind === 'drill')
    const listed = course.publishedLessons.flatMap(({ exercises }) =>
      exercises.map((exercise) => `drill:${exercise.id}`),
    )
    expect(drills.map(({ id }) => id)).toEqual(expect.arrayContaining([...listed, `drill:${course.homeExercise}`]))
    for (const drill of drills) expect(drill.limit).toBeGreaterThan(0)
  })

  test('gives more weight to the lesson’s own question', () => {
    const interview = course.publishedLessons.flatMap(({ cards }) => cards).find(({ kind }) => kind === 'interview')
    expect(items.find(({ id }) => id === interview?.id)?.weight).toBe(2)
  })
})
