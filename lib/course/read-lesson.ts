import 'server-only'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { ExerciseInfo, Lesson } from './course.ts'
import { listExercises, readOutline } from './lesson-outline.ts'
import type { CourseProblem } from './problem.ts'
import { readCards } from './read-cards.ts'
import { readExercise } from './read-exercise.ts'
import { readFrontmatter } from './read-frontmatter.ts'
import { readNumbers } from './read-numbers.ts'
import { readSource } from './read-source.ts'

/** A lesson's folder, read and checked by itself. What it says of other lessons is checked with the course. */
export async function readLesson(
  content: string,
  slug: string,
): Promise<{ readonly lesson?: Lesson; readonly problems: readonly CourseProblem[] }> {
  const file = `content/lessons/${slug}/lesson.mdx`
  const source = path.join(content, 'lessons', slug, 'lesson.mdx')
  if (!existsSync(source)) return { problems: [{ file, line: 1, message: 'this file is missing' }] }
  const mdx = await readSource(source)
  const { frontmatter, problems: inFrontmatter } = readFrontmatter(mdx, file)
  if (!frontmatter) return { problems: inFrontmatter }
  const { outline, problems: inText } = readOutline(mdx, file)
  const folders = await listExerciseFolders(content, slug)
  const exerciseIds = listExercises(outline, mdx)
  const read = await Promise.all(
    exerciseIds.filter((id) => folders.includes(id)).map((id) => readExercise(content, slug, id)),
  )
  const { cards, problems: inCards } = await readLessonCards(content, slug)
  const { numbers, problems: inNumbers } = await readLessonNumbers(content, slug)
  const exercises = read.flatMap((result): ExerciseInfo[] => (result.exercise ? [result.exercise] : []))
  const lesson: Lesson = { slug, number: 0, section: '', frontmatter, exercises, cards, numbers, outline }
  const prose = frontmatter.draft ? [] : [...inText, ...findExerciseProblems(lesson, folders, file)]
  return { lesson, problems: [...prose, ...read.flatMap(({ problems }) => problems), ...inCards, ...inNumbers] }
}

async function readLessonCards(content: string, slug: string) {
  const file = `content/lessons/${slug}/cards.ts`
  const source = path.join(content, 'lessons', slug, 'cards.ts')
  if (!existsSync(source)) return { cards: [], problems: [{ file, line: 1, message: 'this file is missing' }] }
  try {
    const { default: exported } = await loadCards(slug)
    return readCards(exported, slug, await readSource(source), file)
  } catch (error) {
    const message = `it does not load: ${error instanceof Error ? error.message : error}`
    return { cards: [], problems: [{ file, line: 1, message }] }
  }
}
/** The bundler needs a relative template; Node and Vitest read the same. */
const loadCards = (slug: string): Promise<{ default?: unknown }> => import(`../../content/lessons/${slug}/cards.ts`)

/** A lesson need not have any. */
async function readLessonNumbers(content: string, slug: string) {
  const file = `content/lessons/${slug}/numbers.ts`
  const source = path.join(content, 'lessons', slug, 'numbers.ts')
  if (!existsSync(source)) return { numbers: [], problems: [] }
  try {
    const { default: exported } = await loadNumbers(slug)
    return readNumbers(exported, slug, await readSource(source), file)
  } catch (error) {
    const message = `it does not load: ${error instanceof Error ? error.message : error}`
    return { numbers: [], problems: [{ file, line: 1, message }] }
  }
}
const loadNumbers = (slug: string): Promise<{ default?: unknown }> => import(`../../content/lessons/${slug}/numbers.ts`)

/** Lists the names of the folders in a lesson’s exercises/. */
async function listExerciseFolders(content: string, slug: string): Promise<readonly string[]> {
  const folder = path.join(content, 'lessons', slug, 'exercises')
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}

/**
 * Checks that the text of a lesson has an <Exercise> for every exercise, and none for others.
 *
 * @param folders  the lesson’s exercises, as its folder has them
 */
export function findExerciseProblems({ outline }: Pick<Lesson, 'outline'>, folders: readonly string[], file: string) {
  if (outline.length === 0) return []
  const elements = outline.filter((entry) => entry.kind === 'exercise')
  const problem = (line: number, message: string): CourseProblem => ({ file, line, message })
  return [
    ...(elements.length === 0 ? [problem(1, 'the text has no <Exercise>: only a draft may have no exercise')] : []),
    ...folders
      .filter((id) => !elements.some(({ exercise }) => exercise === id))
      .map((id) => problem(1, `the text has no <Exercise id="${id}">`)),
    ...elements
      .filter(({ exercise }) => !folders.includes(exercise))
      .map(({ exercise, line }) => problem(line, `there is no folder exercises/${exercise}`)),
  ]
}
