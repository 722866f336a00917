import { describe, expect, test } from 'vitest'
import { ItemSchema } from '#lib/review/item.ts'
import { readCourse } from './read-course.ts'
import { reviewItems } from './review-items.ts'

const course = await readCourse()
const items = reviewItems(course)

describe('what the course has to review', () => {
  test('is named as items are, each once', () => {
    for (const it of items) expect(ItemSchema.parse(it)).toEqual(it)
    expect(new Set(items.map((it) => it.id)).size).toBe(items.length)
  })

  test('is every card, those of unfinished lessons last', () => {
    const cards = (lessons: typeof course.listed) => lessons.flatMap((it) => it.cards.map((card) => card.id))
    const ids = items.filter((it) => it.kind === 'card').map((it) => it.id)
    expect(ids).toEqual([...cards(course.listed), ...cards(course.drafts)])
  })

  test('is a drill for every exercise that learners meet, with a time', () => {
    const drills = items.filter((it) => it.kind === 'drill')
    const listed = course.listed.flatMap((it) => it.exercises.map((exercise) => `drill:${exercise.id}`))
    expect(drills.map((it) => it.id)).toEqual(expect.arrayContaining([...listed, `drill:${course.firstRun}`]))
    for (const it of drills) expect(it.limit).toBeGreaterThan(0)
  })

  test('weighs what interviewers ask as it stands more', () => {
    const interview = course.listed.flatMap((it) => it.cards).find((it) => it.kind === 'interview')
    expect(items.find((it) => it.id === interview?.id)?.weight).toBe(2)
  })
})
