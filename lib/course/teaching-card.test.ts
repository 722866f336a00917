import { describe, expect, test } from 'vitest'
import type { Card } from './card.ts'
import type { Lesson } from './course.ts'
import type { OutlineEntry } from './lesson-outline.ts'
import { readCourse } from './read-course.ts'
import { teachingCard } from './teaching-card.ts'

const card = (name: string, over: Partial<Card> = {}): Card => ({
  id: `scaling/${name}`,
  kind: 'why',
  question: 'Why is it so?',
  modelAnswer: 'Because of this.',
  keyPoints: [{ id: 'p', point: 'p' }],
  followUps: [],
  ...over,
})
const outline: OutlineEntry[] = [
  { kind: 'code-mistake', id: 'no-scale', title: '', line: 4 },
  { kind: 'code-mistake', id: 'scale-twice', title: '', line: 4 },
  { kind: 'code-mistake', id: 'elsewhere', title: '', line: 9 },
]
const createCourse = (...cards: Card[]) => {
  const lesson = { slug: 'scaling', exercises: [{ id: 'scaled' }], cards, outline } as unknown as Lesson
  return { publishedLessons: [lesson], draftLessons: [] }
}

describe('the card that teaches a mistake', () => {
  test('is the one whose paragraph explains it', () => {
    const course = createCourse(card('a', { exercise: 'scaled' }), card('b', { anchor: 'no-scale' }))
    expect(teachingCard(course, 'scaled', 'no-scale')).toBe('scaling/b')
  })

  test('is the paragraph’s own card, where several mistakes share it', () => {
    const course = createCourse(card('a', { exercise: 'scaled' }), card('b', { anchor: 'no-scale' }))
    expect(teachingCard(course, 'scaled', 'scale-twice')).toBe('scaling/b')
  })

  test('is the one that says so, for all that a paragraph explains', () => {
    const course = createCourse(card('a', { anchor: 'scale-twice' }), card('b', { teaches: ['no-scale'] }))
    expect(teachingCard(course, 'scaled', 'no-scale')).toBe('scaling/b')
    expect(teachingCard(course, 'scaled', 'scale-twice')).toBe('scaling/b')
  })

  test('is one of another lesson that says so, where its own has none', () => {
    const other = { slug: 'masks', exercises: [], cards: [card('c', { teaches: ['elsewhere'] })], outline: [] }
    const { publishedLessons, draftLessons } = createCourse(card('a', { exercise: 'scaled' }))
    const course = { publishedLessons: [...publishedLessons, other as unknown as Lesson], draftLessons }
    expect(teachingCard(course, 'scaled', 'elsewhere')).toBe('scaling/c')
  })

  test('is the formula that leads to the exercise, where nothing says so', () => {
    const cards = [card('a', { exercise: 'scaled' }), card('formula', { kind: 'formula', exercise: 'scaled' })]
    expect(teachingCard(createCourse(...cards), 'scaled', 'elsewhere')).toBe('scaling/formula')
  })

  test('is any card of the lesson rather than none', () => {
    expect(teachingCard(createCourse(card('a', { kind: 'number' })), 'scaled', 'unknown')).toBe('scaling/a')
    expect(teachingCard(createCourse(), 'scaled', 'unknown')).toBeUndefined()
    expect(teachingCard(createCourse(card('a')), 'no-exercise', 'no-scale')).toBeUndefined()
  })

  test('is never one of a draft: where only a draft has one, there is none', () => {
    const draft = createCourse(card('a', { teaches: ['no-scale'], exercise: 'scaled' })).publishedLessons
    expect(teachingCard({ publishedLessons: [], draftLessons: draft }, 'scaled', 'no-scale')).toBeUndefined()
    const other = { slug: 'masks', exercises: [], cards: [card('c', { teaches: ['no-scale'] })], outline: [] }
    const publishedLessons = [other as unknown as Lesson]
    expect(teachingCard({ publishedLessons, draftLessons: draft }, 'scaled', 'no-scale')).toBe('scaling/c')
  })

  test('is there for every misconception of the course', async () => {
    const course = await readCourse()
    const cards = course.publishedLessons.flatMap((lesson) => lesson.cards.map((card) => card.id))
    for (const lesson of course.publishedLessons)
      for (const exercise of lesson.exercises)
        for (const { id } of exercise.misconceptions) expect(cards).toContain(teachingCard(course, exercise.id, id))
  })
})
