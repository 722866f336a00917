import type { Item } from '#lib/review/item.ts'
import type { Card } from './card.ts'
import type { Course, ExerciseInfo, Lesson } from './course.ts'

const MINUTE = 60_000
/** What an interview gives for a function, and for a class. */
const DRILL = { function: 8 * MINUTE, class: 12 * MINUTE }

/**
 * All that a learner may be asked, in the order of the course: cards, number questions and drills of the published
 * lessons, and the drill of the home page’s exercise, which is open to learners whatever its lesson.
 */
export function listReviewItems({ publishedLessons, draftLessons, homeExercise }: Course): Item[] {
  const first = draftLessons.flatMap(({ exercises }) => exercises).filter(({ id }) => id === homeExercise)
  return [...publishedLessons.flatMap(itemsOfLesson), ...first.map(drill)]
}

/**
 * What an entry of a learner’s log may name: an item of any lesson, or `lesson:` and its slug. Drafts count, so that
 * what a device still has to send about a lesson that isn’t published any more is stored.
 */
export const listLoggableIds = (course: Course): Set<string> =>
  new Set(
    [...course.publishedLessons, ...course.draftLessons].flatMap((lesson) => [
      ...itemsOfLesson(lesson).map(({ id }) => id),
      `lesson:${lesson.slug}`,
    ]),
  )

const itemsOfLesson = (lesson: Lesson): Item[] => [...listQuestions(lesson), ...lesson.exercises.map(drill)]

function listQuestions({ slug, cards, numbers = [] }: Lesson): Item[] {
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
