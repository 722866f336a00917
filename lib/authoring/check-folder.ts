import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { textPositionAt } from '#lib/course/problem.ts'
import { readFrontmatter } from '#lib/course/read-frontmatter.ts'
import { readSourceSync } from '#lib/course/read-source.ts'
import type { CourseFiles } from './course-files.ts'
import type { Diagnostic } from './finding.ts'
import { errorAt, type FileDiagnostic } from './lesson-context.ts'
import type { LessonFiles } from './lesson-files.ts'
import { findSyntaxFault } from './syntax-fault.ts'

const TOP = { line: 1, column: 1 }

/** A lesson that the course leaves out. */
export function findUnlisted({ slug, mdx = '' }: LessonFiles, { order }: CourseFiles): Diagnostic[] {
  const { frontmatter } = readFrontmatter(mdx, '')
  if (!frontmatter || frontmatter.draft || !order || order.includes(slug)) return []
  const fix = `Add '${slug}' to the lessons of a section, or write draft: true in the frontmatter.`
  return [
    {
      lesson: slug,
      file: 'content/course.ts',
      ...errorAt(TOP, 'unlisted-lesson', `no section of the course lists the lesson ${slug}`, fix),
    },
  ]
}

/** Exercises whose id another lesson has too. */
export function findDuplicateExerciseIds({ slug, exercises }: LessonFiles, { lessons }: CourseFiles): Diagnostic[] {
  return exercises.flatMap((id): Diagnostic[] => {
    const other = lessons.find((lesson) => lesson.slug !== slug && lesson.exercises.includes(id))
    if (!other) return []
    const file = `content/lessons/${slug}/exercises/${id}/exercise.ts`
    return [
      {
        lesson: slug,
        file,
        ...errorAt(
          TOP,
          'twin',
          `the lesson ${other.slug} also has an exercise “${id}”`,
          'Rename the folder of one of them: its name is the exercise’s id, unique in the course.',
        ),
      },
    ]
  })
}

/** Figures and what they compute with: whether they parse, and the files that they import are there. */
export function findFigureFaults(root: string, slug: string): Diagnostic[] {
  const folder = path.join(root, 'content/lessons', slug)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('exercises') && file !== 'cards.ts')
    .sort()
    .flatMap((text) => {
      const file = path.join(folder, text)
      return findModuleFaults(readSourceSync(file), path.dirname(file)).map((remark) => ({
        lesson: slug,
        file: path.relative(root, file),
        ...remark,
      }))
    })
}

function findModuleFaults(text: string, folder: string): FileDiagnostic[] {
  const fault = findSyntaxFault(text)
  if (fault) {
    const fix = 'Close the bracket, the tag or the quotation mark on this line.'
    return [errorAt(fault, 'syntax', `this is not TypeScript: ${fault.reason}`, fix)]
  }
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g)]
    .filter(([, from = '']) => !existsSync(path.join(folder, from)))
    .map((match) => {
      const position = textPositionAt(text, match.index + match[0].indexOf("'"))
      return errorAt(
        position,
        'import',
        `there is no file ${match[1]}`,
        'Create it, or correct its name; it ends in .ts or .tsx.',
      )
    })
}
