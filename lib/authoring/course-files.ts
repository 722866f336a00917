import { existsSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { type OutlineEntry, readOutline } from '#lib/course/lesson-outline.ts'
import type { CourseContext } from './lesson-context.ts'
import { type LessonFiles, listLessonSlugs, readLessonFiles } from './lesson-files.ts'
import { type Loaded, loadModules } from './load-modules.ts'
import { WRONG_FILE } from './wrong-answers.ts'

/** Everything that the checks of some lessons read, as it was on disk at one moment. */
export interface CourseFiles {
  readonly root: string
  readonly lessons: readonly LessonFiles[]
  readonly context: CourseContext
  /** Slugs in the order of content/course.ts; undefined where that does not load. */
  readonly order: readonly string[] | undefined
  /** A module of content/ by its path from there. */
  readonly module: (file: string) => Loaded | undefined
}

const CourseModule = z.object({ course: z.object({ sections: z.array(z.object({ lessons: z.array(z.string()) })) }) })
const SourcesModule = z.object({ sources: z.record(z.string(), z.unknown()) })

/**
 * Reads the course for checking some of its lessons.
 *
 * @param root  the project's folder
 * @param slugs  lessons whose cards and exercises to load
 */
export async function readCourseFiles(root: string, slugs: readonly string[]): Promise<CourseFiles> {
  const all = await listLessonSlugs(root)
  const lessons = await Promise.all(all.map((slug) => readLessonFiles(root, slug)))
  const content = path.join(root, 'content')
  const checkedLessons = lessons.filter(({ slug }) => slugs.includes(slug))
  const wrong = checkedLessons.flatMap(({ slug, exercises }) =>
    exercises.map((id) => `lessons/${slug}/exercises/${id}/${WRONG_FILE}`),
  )
  const files = [
    ...['course.ts', 'sources.ts', ...checkedLessons.flatMap(listModules)].map((file) => path.join(content, file)),
    ...wrong.map((file) => path.join(content, file)).filter((file) => existsSync(file)),
  ]
  const loaded = await loadModules(files, root)
  const module = (file: string) => loaded.get(path.join(content, file))
  const sources = parseLoaded(SourcesModule, module('sources.ts'))?.sources
  const outlines = new Map<string, readonly OutlineEntry[]>()
  const getOutline = (slug: string): readonly OutlineEntry[] => {
    const cached = outlines.get(slug)
    if (cached) return cached
    const { outline } = readOutline(lessons.find((lesson) => lesson.slug === slug)?.mdx ?? '', '')
    outlines.set(slug, outline)
    return outline
  }
  return {
    root,
    lessons,
    module,
    order: parseLoaded(CourseModule, module('course.ts'))?.course.sections.flatMap(({ lessons }) => lessons),
    context: {
      lessons: all,
      exercises: new Map(lessons.flatMap(({ exercises, slug }) => exercises.map((id) => [id, slug] as const))),
      sources: sources && Object.keys(sources),
      getOutline,
    },
  }
}

const listModules = ({ slug, cards, numbers, exercises }: LessonFiles): string[] => [
  ...(cards === undefined ? [] : [`lessons/${slug}/cards.ts`]),
  ...(numbers ? [`lessons/${slug}/numbers.ts`] : []),
  ...exercises.map((id) => `lessons/${slug}/exercises/${id}/exercise.ts`),
]

const parseLoaded = <T>(schema: z.ZodType<T>, loaded: Loaded | undefined): T | undefined =>
  loaded && 'exports' in loaded ? schema.safeParse(loaded.exports).data : undefined
