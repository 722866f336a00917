/* biome-ignore-all lint/correctness/noComponentHookFactories: made once a page, on the server, where there is no state to lose */
import type { ReactElement, ReactNode } from 'react'
import { type LessonComponents, lessonComponents } from '#app/_components/mdx/lesson-components.tsx'
import type { Lesson } from '#lib/course/course.ts'
import { lessonDocument } from '../lesson-document.ts'
import { Broken } from './broken.tsx'

/** A lesson's text with its components, in which what cannot be shown says why. */
export async function containedText(
  lesson: Lesson,
  next: Lesson | undefined,
): Promise<{ readonly text: ReactNode; readonly components: LessonComponents }> {
  const bound = lessonComponents(lesson, next)
  const components = { ...bound, ProseCard: contained(bound.ProseCard), Source: contained(bound.Source) }
  try {
    return { text: shown(await lessonDocument(lesson.slug), components), components }
  } catch (error) {
    return { text: [<Whole key="whole" error={error} />], components }
  }
}

/** Components that nobody has made stand there as broken blocks. */
function shown(document: (props: { components: LessonComponents }) => ReactNode, components: LessonComponents) {
  const given: Record<string, unknown> = { ...components }
  for (;;)
    try {
      return document({ components: given as LessonComponents })
    } catch (error) {
      const missing = error instanceof Error ? MISSING.exec(error.message) : null
      const [, name = '', line = '1', column = '1'] = missing ?? []
      if (name === '' || name in given) throw error
      given[name] = () => <Unknown name={name} line={Number(line)} column={Number(column)} />
    }
}
const MISSING = /^Expected component `(\w+)` to be defined[\s\S]*?(?:`(\d+):(\d+)-|$)/

const Unknown = ({ name, line, column }: { name: string; line: number; column: number }) => (
  <Broken line={line} at={line} column={column} message={`There is no component ${name}.`} source={`<${name}>`} />
)

/** The component, or what it throws as a broken block. */
function contained<P extends object>(Component: (props: P) => ReactElement) {
  return function Contained(props: P): ReactElement {
    try {
      return Component(props)
    } catch (error) {
      return <Broken line={1} at={0} column={1} message={words(error)} source={JSON.stringify(props)} />
    }
  }
}

const Whole = ({ error }: { readonly error: unknown }) => (
  <Broken line={1} at={1} column={1} message="We can’t show this lesson." source={words(error)} />
)

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error))
