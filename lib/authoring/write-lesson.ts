import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readSource } from '#lib/course/read-source.ts'
import { lessonFiles, lessonSlugs } from './lesson-files.ts'
import { listLesson } from './list-lesson.ts'
import type { NewArguments } from './new-arguments.ts'

/** What was written. */
export interface Written {
  /** From the project's root, in order. */
  readonly files: readonly string[]
  readonly exercise: string
}

const TEMPLATE = path.join(import.meta.dirname, 'template')

/**
 * Writes a lesson from the template and lists it in content/course.ts: all of it or nothing.
 *
 * @param root  the project's folder
 * @throws WrongUse when content/course.ts cannot list it
 */
export async function writeLesson(root: string, { slug, title, part }: NewArguments): Promise<Written> {
  const courseFile = path.join(root, 'content/course.ts')
  const listed = listLesson(await readSource(courseFile), slug, part)
  const taken = await Promise.all((await lessonSlugs(root)).map(async (it) => (await lessonFiles(root, it)).exercises))
  const { id, name } = exerciseNames(slug, taken.flat())
  const blanks: Readonly<Record<string, string>> = {
    __SLUG__: slug,
    __EXERCISE__: id,
    __NAME__: name,
    __TITLE__: JSON.stringify(title),
    __QUESTION__: JSON.stringify(`How would you explain this: ${title}?`),
  }
  const lessons = path.join(root, 'content/lessons')
  const folder = path.join(lessons, slug)
  // beside its place, under a name that no lesson has: whoever watches the folder sees the lesson whole
  const draft = path.join(root, 'content', `.${slug}.new`)
  await rm(draft, { recursive: true, force: true })
  await mkdir(lessons, { recursive: true })
  await cp(TEMPLATE, draft, { recursive: true })
  await mkdir(path.join(draft, 'exercises'))
  await rename(path.join(draft, 'exercise'), path.join(draft, 'exercises', id))
  for (const file of await filesIn(draft)) {
    const text = await readSource(path.join(draft, file))
    await writeFile(
      path.join(draft, file.replace(/\.tmpl$/, '')),
      text.replaceAll(/__[A-Z]+__/g, (it) => blanks[it] ?? it),
    )
    await rm(path.join(draft, file))
  }
  if (existsSync(folder)) throw new Error(`${folder} was made meanwhile`)
  await rename(draft, folder)
  await writeFile(courseFile, listed)
  const files = (await filesIn(folder)).map((it) => `content/lessons/${slug}/${it.replaceAll(path.sep, '/')}`)
  return { files: [...files, 'content/course.ts'], exercise: id }
}

/** The exercise's id and its function: called like the lesson, where that is a name and free. */
function exerciseNames(slug: string, taken: readonly string[]): { readonly id: string; readonly name: string } {
  const camel = (id: string) => id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  for (const id of [slug, `${slug}-exercise`, ...Array.from({ length: 99 }, (_, i) => `${slug}-exercise-${i + 2}`)])
    if (!taken.includes(id) && isName(camel(id))) return { id, name: camel(id) }
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

async function filesIn(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  return all
    .filter((it) => it.isFile())
    .map((it) => path.relative(folder, path.join(it.parentPath, it.name)))
    .sort()
}
