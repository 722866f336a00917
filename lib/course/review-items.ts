import type { Item } from '#lib/review/item.ts'
import type { Card } from './card.ts'
import type { Course, ExerciseInfo, Lesson } from './course.ts'

const MINUTE = 60_000
/** What an interview gives for a function, and for a class. */
const DRILL = { function: 8 * MINUTE, class: 12 * MINUTE }

/**
 * All that the course has to review, in its order: cards and questions with fresh numbers of every lesson, those of
 * unfinished ones last, and a drill for each exercise that learners meet.
 */
export function reviewItems({ publishedLessons, draftLessons, homeExercise }: Course): Item[] {
  const first = draftLessons.flatMap(({ exercises }) => exercises).filter(({ id }) => id === homeExercise)
  return [
    ...publishedLessons.flatMap((lesson) => [...asked(lesson), ...lesson.exercises.map(drill)]),
    ...draftLessons.flatMap(asked),
    ...first.map(drill),
  ]
}

/** What an entry of a learner's log may name: an item, or `lesson:` and the slug of any lesson. */
export const loggable = (course: Course): Set<string> =>
  new Set([
    ...reviewItems(course).map(({ id }) => id),
    ...[...course.publishedLessons, ...course.draftLessons].map(({ slug }) => `lesson:${slug}`),
  ])

function asked({ slug, cards, numbers = [] }: Lesson): Item[] {
  return [
    ...cards.map(
      (card): Item => ({ id: card.id, kind: 'card', lesson: slug, ...pickExercise(card), weight: getWeight(card) }),
    ),
    ...numbers.map(
      (number): Item => ({
        id: `number:${number.id}`,
        kind: 'number',
        lesson: slug,
        ...pickExercise(number),
        weight: 1,
      }),
    ),
  ]
}

const drill = ({ id, lesson, kind, name }: ExerciseInfo): Item => ({
  id: `drill:${id}`,
  kind: 'drill',
  lesson,
  exercise: id,
  weight: 1,
  limit: DRILL[kind],
  name,
})

/** Interviewers ask the lesson's own question as it stands; the others come as follow-ups. */
const getWeight = ({ kind }: Card): number => (kind === 'interview' ? 2 : 1)
const pickExercise = ({ exercise }: { readonly exercise?: string | undefined }) => (exercise ? { exercise } : {})
