import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { readSource } from '#lib/course/read-source.ts'

/** The files of a lesson's folder. */
export interface LessonFiles {
  readonly slug: string
  /** Absent if the file is missing. */
  readonly mdx?: string
  readonly cards?: string
  /** Whether it has questions with fresh numbers. */
  readonly numbers: boolean
  /** Folders in exercises/, in order. */
  readonly exercises: readonly string[]
}

/** Names of the lessons that have a folder, in order. */
export const listLessonSlugs = (root: string): Promise<string[]> => listFolders(path.join(root, 'content/lessons'))

/** Reads a lesson's folder. */
export async function readLessonFiles(root: string, slug: string): Promise<LessonFiles> {
  const folder = path.join(root, 'content/lessons', slug)
  const [mdx, cards, exercises] = await Promise.all([
    readSource(path.join(folder, 'lesson.mdx')).catch(() => undefined),
    readSource(path.join(folder, 'cards.ts')).catch(() => undefined),
    listFolders(path.join(folder, 'exercises')),
  ])
  const numbers = existsSync(path.join(folder, 'numbers.ts'))
  return { slug, numbers, ...(mdx !== undefined && { mdx }), ...(cards !== undefined && { cards }), exercises }
}

/** An exercise’s answers of one kind: right/*.ts or wrong/*.ts, by file name. */
export async function listAnswers(folder: string, kind: 'right' | 'wrong'): Promise<readonly string[]> {
  const files = await readdir(path.join(folder, kind)).catch(() => [])
  return files.filter((file) => file.endsWith('.ts')).sort()
}

async function listFolders(at: string): Promise<string[]> {
  if (!existsSync(at)) return []
  const entries = await readdir(at, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}
