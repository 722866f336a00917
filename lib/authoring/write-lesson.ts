import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readSource } from '#lib/course/read-source.ts'
import { listLessonSlugs, readLessonFiles } from './lesson-files.ts'
import { listLesson } from './list-lesson.ts'
import type { NewArguments } from './new-arguments.ts'

/** What was written. */
export interface Written {
  /** From the project's root, in order. */
  readonly files: readonly string[]
  readonly exercise: string
}

/** What new lessons and exercises are copies of. */
export const TEMPLATE = path.join(import.meta.dirname, 'template')

/**
 * Writes a lesson from the template and lists it in content/course.ts: all of it or nothing.
 *
 * @param root  the project's folder
 * @throws UsageError when content/course.ts cannot list it
 */
export async function writeLesson(root: string, { slug, title, part }: NewArguments): Promise<Written> {
  const courseFile = path.join(root, 'content/course.ts')
  const listed = listLesson(await readSource(courseFile), slug, part)
  const usedNames = await Promise.all(
    (await listLessonSlugs(root)).map(async (lessonSlug) => (await readLessonFiles(root, lessonSlug)).exercises),
  )
  const { id, name } = createExerciseNames(slug, usedNames.flat())
  const blanks: Readonly<Record<string, string>> = {
    __SLUG__: slug,
    __EXERCISE__: id,
    __NAME__: name,
    __TITLE__: JSON.stringify(title),
    __QUESTION__: JSON.stringify(`How would you explain this: ${title}?`),
  }
  const lessons = path.join(root, 'content/lessons')
  const folder = path.join(lessons, slug)
  // in the same folder, under a name that no lesson has: a watcher of the folder sees only the complete lesson
  const draft = path.join(root, 'content', `.${slug}.new`)
  await rm(draft, { recursive: true, force: true })
  await mkdir(lessons, { recursive: true })
  await cp(TEMPLATE, draft, { recursive: true })
  await mkdir(path.join(draft, 'exercises'))
  await rename(path.join(draft, 'exercise'), path.join(draft, 'exercises', id))
  await fillBlanks(draft, blanks)
  if (existsSync(folder)) throw new Error(`${folder} was created in the meantime`)
  await rename(draft, folder)
  await writeFile(courseFile, listed)
  const files = (await listFiles(folder)).map((file) => `content/lessons/${slug}/${file.replaceAll(path.sep, '/')}`)
  return { files: [...files, 'content/course.ts'], exercise: id }
}

/** Fills the blanks (`__NAME__`) in copies of the template, and takes `.tmpl` off their names. */
export async function fillBlanks(folder: string, blanks: Readonly<Record<string, string>>): Promise<void> {
  for (const file of await listFiles(folder)) {
    const text = await readSource(path.join(folder, file))
    await writeFile(
      path.join(folder, file.replace(/\.tmpl$/, '')),
      text.replaceAll(/__[A-Z]+__/g, (blank) => blanks[blank] ?? blank),
    )
    await rm(path.join(folder, file))
  }
}

/** The function of an exercise: running-mean → runningMean; undefined where that is a word of the language. */
export function toFunctionName(id: string): string | undefined {
  const name = id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  return isName(name) ? name : undefined
}

/** The exercise's id and its function: called like the lesson, where that is a name and free. */
function createExerciseNames(
  slug: string,
  usedNames: readonly string[],
): { readonly id: string; readonly name: string } {
  for (const id of [slug, `${slug}-exercise`, ...Array.from({ length: 99 }, (_, i) => `${slug}-exercise-${i + 2}`)]) {
    const name = toFunctionName(id)
    if (!usedNames.includes(id) && name !== undefined) return { id, name }
  }
  throw new Error(`every name for an exercise of ${slug} is taken`)
}

/** Whether a function may have the name: no word of the language. */
function isName(name: string): boolean {
  try {
    new Function(`'use strict';function ${name}(){}`)
    return !['eval', 'arguments', 'undefined', 'module', 'exports'].includes(name)
  } catch {
    return false
  }
}

/** All files below a folder, by their paths from there, in order. */
export async function listFiles(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  return all
    .filter((dirent) => dirent.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)))
    .sort()
}
