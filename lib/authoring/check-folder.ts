import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { placeOf } from '#lib/course/problem.ts'
import { readFrontmatter } from '#lib/course/read-frontmatter.ts'
import type { CourseFiles } from './course-files.ts'
import type { Finding } from './finding.ts'
import { type LessonFiles, syntaxFault } from './lesson-files.ts'
import { error } from './page.ts'

const TOP = { line: 1, column: 1 }

/** Exercises that the frontmatter leaves out, and a lesson that the course leaves out. */
export function unlisted({ slug, mdx, exercises }: LessonFiles, { order }: CourseFiles): Finding[] {
  const { frontmatter } = readFrontmatter(mdx ?? '', '')
  if (!frontmatter) return []
  const file = `content/lessons/${slug}/lesson.mdx`
  const found = exercises
    .filter((id) => !frontmatter.exercises.includes(id))
    .map(
      (id): Finding => ({
        lesson: slug,
        file,
        ...error(
          placeOf(mdx ?? '', 'exercises:'),
          'unlisted-exercise',
          `the frontmatter leaves out the exercise “${id}”`,
          `Add it: exercises: [${[...frontmatter.exercises, id].join(', ')}]`,
        ),
      }),
    )
  if (frontmatter.draft || !order || order.includes(slug)) return found
  const mend = `Add '${slug}' to the lessons of a part, or write draft: true in the frontmatter.`
  return [
    ...found,
    {
      lesson: slug,
      file: 'content/course.ts',
      ...error(TOP, 'unlisted-lesson', `no part of the course lists the lesson ${slug}`, mend),
    },
  ]
}

/** Exercises whose id another lesson has too. */
export function twins({ slug, exercises }: LessonFiles, { lessons }: CourseFiles): Finding[] {
  return exercises.flatMap((id): Finding[] => {
    const other = lessons.find((it) => it.slug !== slug && it.exercises.includes(id))
    if (!other) return []
    const file = `content/lessons/${slug}/exercises/${id}/exercise.ts`
    return [
      {
        lesson: slug,
        file,
        ...error(
          TOP,
          'twin',
          `the lesson ${other.slug} has an exercise “${id}” too`,
          'Give this one another id and folder: ids are unique in the course.',
        ),
      },
    ]
  })
}

/** Figures and what they compute with: whether they parse. */
export function figureFaults(root: string, slug: string): Finding[] {
  const folder = path.join(root, 'content/lessons', slug)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((it) => /\.tsx?$/.test(it) && !it.startsWith('exercises') && it !== 'cards.ts')
    .sort()
    .flatMap((it): Finding[] => {
      const fault = syntaxFault(readFileSync(path.join(folder, it), 'utf8'), it.endsWith('x'))
      if (!fault) return []
      return [
        {
          lesson: slug,
          file: `content/lessons/${slug}/${it}`,
          ...error(
            fault,
            'syntax',
            `this is not TypeScript: ${fault.reason}`,
            'Close the bracket, the tag or the quotation mark of this line.',
          ),
        },
      ]
    })
}
