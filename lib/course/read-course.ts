import 'server-only'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { course as definition } from '#content/course.ts'
import { assemble } from './assemble.ts'
import type { Course, ExerciseInfo, Lesson } from './course.ts'
import { CourseError } from './problem.ts'
import { readLesson } from './read-lesson.ts'
import { readSource } from './read-source.ts'

/**
 * The course as content/ holds it. Read once in production and in tests; again each time in development, where authors
 * change it while it is served. Outside production a broken lesson is left out and named in `problems`.
 *
 * @throws CourseError in production, when anything in content/ is wrong
 */
export function readCourse(): Promise<Course> {
  const { NODE_ENV } = process.env
  if (NODE_ENV !== 'production' && NODE_ENV !== 'test') return read()
  coursePromise ??= read().then((course) => {
    if (NODE_ENV === 'production' && course.problems.length > 0) throw new CourseError(course.problems)
    return course
  })
  return coursePromise
}
let coursePromise: Promise<Course> | undefined

/** A published lesson by its slug. */
export async function findLesson(slug: string): Promise<Lesson | undefined> {
  return (await readCourse()).publishedLessons.find((lesson) => lesson.slug === slug)
}

/** An exercise that learners meet, by its id: one of a published lesson, or the first one, of the home page. */
export async function findExercise(id: string): Promise<ExerciseInfo | undefined> {
  const { publishedLessons, draftLessons, homeExercise } = await readCourse()
  const exercise = publishedLessons.flatMap(({ exercises }) => exercises).find((exercise) => exercise.id === id)
  return (
    exercise ??
    (id === homeExercise
      ? draftLessons.flatMap(({ exercises }) => exercises).find((exercise) => exercise.id === id)
      : undefined)
  )
}

/** The solution of an exercise, as text. */
export const readSolution = ({ lesson, id }: ExerciseInfo): Promise<string> =>
  readSource(path.join(getContentFolder(), 'lessons', lesson, 'exercises', id, 'solution.ts'))

/** What the editor opens with, as text. */
export const readStarter = ({ lesson, id }: ExerciseInfo): Promise<string> =>
  readSource(path.join(getContentFolder(), 'lessons', lesson, 'exercises', id, 'starter.ts'))

/** Where an exercise's files lie. */
export const getExerciseFolder = ({ lesson, id }: ExerciseInfo): string =>
  path.join(getContentFolder(), 'lessons', lesson, 'exercises', id)

const getContentFolder = (): string => path.join(/* turbopackIgnore: true */ process.cwd(), 'content')

async function read(): Promise<Course> {
  const content = getContentFolder()
  const folder = path.join(content, 'lessons')
  const slugs = existsSync(folder) ? await readdir(folder, { withFileTypes: true }) : []
  const read = await Promise.all(
    slugs
      .filter((slug) => slug.isDirectory())
      .map(({ name }) => name)
      .sort()
      .map((slug) => readLesson(content, slug)),
  )
  const source = await readSource(path.join(content, 'course.ts'))
  const { problems, ...course } = assemble(
    definition,
    read.flatMap(({ lesson }) => (lesson ? [lesson] : [])),
    source,
  )
  return { ...course, problems: [...read.flatMap((result) => result.problems), ...problems] }
}
