import { expect, test } from 'vitest'
import { assemble } from './assemble.ts'
import type { Card } from './card.ts'
import type { ExerciseInfo, Lesson } from './course.ts'

const definition = {
  title: 'T',
  subtitle: 'S',
  homeExercise: 'one',
  sections: [
    { title: 'I', lessons: ['a', 'not-yet', 'b'] },
    { title: 'II', lessons: ['not-yet-either'] },
    { title: 'III', lessons: ['c'] },
  ],
}
const source = `sections: [\n['a', 'not-yet', 'b'],\n['not-yet-either'],\n['c']]`
const exercise = (id: string, lesson: string): ExerciseInfo => ({
  id,
  lesson,
  kind: 'function',
  name: id,
  signature: '',
  hints: [],
  tolerance: { atol: 0, rtol: 0 },
  misconceptions: [],
  version: '0',
})
const lesson = (slug: string, over: Partial<Lesson['frontmatter']> = {}, rest: Partial<Lesson> = {}): Lesson => ({
  slug,
  number: 0,
  section: '',
  frontmatter: { question: '', title: slug, summary: '', minutes: 9, prerequisites: [], ...over },
  exercises: [exercise(`${slug}-x`, slug)],
  cards: [],
  outline: [{ kind: 'heading', id: 'why', depth: 2, text: 'Why', line: 9 }],
  ...rest,
})
const card = (over: Partial<Card>): Card => ({
  id: 'a/one',
  kind: 'why',
  question: '',
  modelAnswer: '',
  keyPoints: [],
  followUps: [],
  ...over,
})
const messages = (lessons: readonly Lesson[]) =>
  assemble(definition, lessons, source).problems.map(({ message }) => message)

test('lessons that are there are numbered in the order of the course; empty sections are left out', () => {
  const course = assemble(definition, [lesson('c', { prerequisites: ['a'] }), lesson('b'), lesson('a')], source)
  expect(course.problems).toEqual([])
  expect(course.publishedLessons.map(({ number, slug, section }) => [number, slug, section])).toEqual([
    [1, 'a', 'I'],
    [2, 'b', 'I'],
    [3, 'c', 'III'],
  ])
  expect(course.sections.map(({ title, lessons }) => [title, lessons.map((one) => one.slug)])).toEqual([
    ['I', ['a', 'b']],
    ['III', ['c']],
  ])
})

test('a draft is not published and takes no number', () => {
  const course = assemble(definition, [lesson('a', { draft: true }), lesson('b')], source)
  expect(course.publishedLessons.map(({ number, slug }) => [number, slug])).toEqual([[1, 'b']])
  expect(course.draftLessons.map(({ slug }) => slug)).toEqual(['a'])
  expect(course.lessons.map(({ number, slug }) => [number, slug])).toEqual([
    [0, 'a'],
    [1, 'b'],
  ])
})

test('a lesson that no section lists is a problem, unless it is a draft', () => {
  expect(messages([lesson('z')])).toEqual(['no section lists the lesson z'])
  expect(messages([lesson('z', { draft: true })])).toEqual([])
})

test('a lesson builds on earlier ones only', () => {
  expect(messages([lesson('b', { prerequisites: ['not-yet'] })])).toEqual([])
  expect(messages([lesson('b', { prerequisites: ['c'] })])).toEqual([
    'prerequisites: c isn’t an earlier lesson of the course',
  ])
})

test('an exercise’s id is unique in the course', () => {
  const sameExercise = lesson('b', {}, { exercises: [exercise('a-x', 'b')] })
  expect(messages([lesson('a'), sameExercise])).toEqual([expect.stringContaining('a-x is also in a')])
})

test('a card points to an exercise and a paragraph that are there', () => {
  const good = card({ exercise: 'b-x', anchor: 'why' })
  expect(messages([lesson('a', {}, { cards: [good] }), lesson('b')])).toEqual([])
  const lost = card({ exercise: 'nothing', anchor: 'nowhere' })
  expect(messages([lesson('a', {}, { cards: [lost] })])).toEqual([
    'a/one: there is no exercise nothing',
    'a/one: the lesson has no heading or <CodeMistake> “nowhere”',
  ])
})

test('a card teaches what its lesson explains', () => {
  const outline: Lesson['outline'] = [{ kind: 'code-mistake', id: 'no-scale', title: '', line: 3 }]
  const messagesFor = (teaches: string[]) => messages([lesson('a', {}, { cards: [card({ teaches })], outline })])
  expect(messagesFor(['no-scale'])).toEqual([])
  expect(messagesFor(['no-scale', 'lost'])).toEqual(['a/one teaches lost: the lesson has no <CodeMistake> of it'])
})
