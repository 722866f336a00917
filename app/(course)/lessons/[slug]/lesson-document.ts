import type { ReactNode } from 'react'
import type { LessonComponents } from '#app/_components/mdx/lesson-components.tsx'

/** A document of MDX is a function of its components. */
export type LessonDocument = (props: { readonly components: Partial<LessonComponents> }) => ReactNode

/** The text of a lesson. The bundler needs a relative template. */
export const loadLessonDocument = async (slug: string): Promise<LessonDocument> =>
  ((await import(`../../../../content/lessons/${slug}/lesson.mdx`)) as { default: LessonDocument }).default
