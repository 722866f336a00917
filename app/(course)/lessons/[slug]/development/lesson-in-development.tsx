/* biome-ignore-all lint/correctness/noComponentHookFactories: made once per page, on the server, where there is no state to lose */
import 'katex/dist/katex.min.css'
import { notFound } from 'next/navigation'
import type { ReactElement, ReactNode } from 'react'
import { createLessonComponents, type LessonComponents } from '#app/_components/mdx/lesson-components.tsx'
import type { Lesson } from '#lib/course/course.ts'
import { readCourse } from '#lib/course/read-course.ts'
import { loadLessonDocument } from '../lesson-document.ts'
import { LessonText } from '../lesson-text.tsx'
import { BrokenBlock } from './broken-block.tsx'
import { Findings } from './findings.tsx'

/**
 * A lesson as its author sees it while writing: as learners will, with its errors and warnings. Drafts are shown, and a
 * lesson that does not compile shows what does.
 */
export async function LessonInDevelopment({ slug }: { readonly slug: string }) {
  const course = await readCourse()
  const lesson = [...course.publishedLessons, ...course.draftLessons].find((candidate) => candidate.slug === slug)
  const broken = new Set(course.problems.flatMap(({ file }) => /^content\/lessons\/([^/]+)\//.exec(file)?.[1] ?? []))
  if (!lesson && !broken.has(slug)) notFound()
  const next = lesson && course.publishedLessons[course.publishedLessons.indexOf(lesson) + 1]
  return (
    <>
      <Findings lesson={slug} brokenOthers={[...broken].filter((text) => text !== slug)} />
      <main id="main">
        {lesson ? (
          <LessonText {...{ course, lesson, next, ...(await readContainedText(lesson, next)) }} />
        ) : (
          <div className="page plain-page">
            <h1 className="question">{slug}</h1>
            <p>We can’t show this lesson yet. Fix the errors listed here; the page updates when you save.</p>
          </div>
        )}
      </main>
    </>
  )
}

/** A lesson's text with its components, in which what cannot be shown says why. */
async function readContainedText(
  lesson: Lesson,
  next: Lesson | undefined,
): Promise<{ readonly text: ReactNode; readonly components: LessonComponents }> {
  const bound = createLessonComponents(lesson, next)
  const components = { ...bound, InlineCard: contained(bound.InlineCard), Source: contained(bound.Source) }
  try {
    return { text: renderDocument(await loadLessonDocument(lesson.slug), components), components }
  } catch (error) {
    return { text: [<Whole key="whole" error={error} />], components }
  }
}

/** Components that nobody has made are there as broken blocks. */
function renderDocument(
  document: (props: { components: LessonComponents }) => ReactNode,
  components: LessonComponents,
) {
  const componentsByName: Record<string, unknown> = { ...components }
  for (;;)
    try {
      return document({ components: componentsByName as LessonComponents })
    } catch (error) {
      const missing = error instanceof Error ? MISSING.exec(error.message) : null
      const [, name = '', line = '1', column = '1'] = missing ?? []
      if (name === '' || name in componentsByName) throw error
      componentsByName[name] = () => <Unknown name={name} line={Number(line)} column={Number(column)} />
    }
}
const MISSING = /^Expected component `(\w+)` to be defined[\s\S]*?(?:`(\d+):(\d+)-|$)/

const Unknown = ({ name, line, column }: { name: string; line: number; column: number }) => (
  <BrokenBlock line={line} at={line} column={column} message={`There is no component ${name}.`} source={`<${name}>`} />
)

/** The component, or what it throws as a broken block. */
function contained<P extends object>(Component: (props: P) => ReactElement) {
  return function Contained(props: P): ReactElement {
    try {
      return Component(props)
    } catch (error) {
      return <BrokenBlock line={1} at={0} column={1} message={describeError(error)} source={JSON.stringify(props)} />
    }
  }
}

const Whole = ({ error }: { readonly error: unknown }) => (
  <BrokenBlock line={1} at={1} column={1} message="We can’t show this lesson." source={describeError(error)} />
)

const describeError = (error: unknown): string => (error instanceof Error ? error.message : String(error))
