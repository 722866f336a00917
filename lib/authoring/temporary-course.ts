import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeLesson } from './write-lesson.ts'

/** A course of its own, below a temporary folder, with the project's code: for tests. */
export interface TemporaryCourse {
  readonly root: string
  /** A lesson as `lesson:new` writes it. Resolves to its folder, from the root. */
  readonly add: (slug: string) => Promise<string>
  readonly read: (file: string) => string
  readonly write: (file: string, text: string) => void
  readonly remove: () => void
}

const PROJECT = path.resolve(import.meta.dirname, '../..')

/** An empty course with one source, `someone-2020`. */
export function temporaryCourse(): TemporaryCourse {
  const root = mkdtempSync(path.join(tmpdir(), 'course-'))
  for (const name of ['lib', 'app', 'node_modules', 'tsconfig.json'])
    symlinkSync(path.join(PROJECT, name), path.join(root, name))
  const at = (file: string) => path.join(root, file)
  mkdirSync(at('public'))
  mkdirSync(at('content/lessons'), { recursive: true })
  const { imports } = JSON.parse(readFileSync(path.join(PROJECT, 'package.json'), 'utf8')) as { imports: unknown }
  writeFileSync(at('package.json'), JSON.stringify({ type: 'module', imports }))
  writeFileSync(at('content/course.ts'), "export const course = { sections: [{ title: 'One', lessons: [] }] }\n")
  writeFileSync(at('content/sources.ts'), "export const sources = { 'someone-2020': {} }\n")
  return {
    root,
    add: async (slug) => {
      await writeLesson(root, { slug, title: `The lesson ${slug}` })
      return `content/lessons/${slug}`
    },
    read: (file) => readFileSync(at(file), 'utf8'),
    write: (file, text) => writeFileSync(at(file), text),
    remove: () => rmSync(root, { recursive: true }),
  }
}
