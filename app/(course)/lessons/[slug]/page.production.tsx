import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { createLessonComponents } from '#app/_components/mdx/lesson-components.tsx'
import { toPlainQuestion } from '#lib/course/frontmatter.ts'
import { readCourse } from '#lib/course/read-course.ts'
import { loadLessonDocument } from './lesson-document.ts'
import { LessonText } from './lesson-text.tsx'

interface Props {
  readonly params: Promise<{ readonly slug: string }>
}

export async function generateStaticParams() {
  return (await readCourse()).publishedLessons.map(({ slug }) => ({ slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lesson } = await findOrNotFound(params)
  return { title: toPlainQuestion(lesson.frontmatter.question), description: lesson.frontmatter.summary }
}

/** A lesson: read, play, build, say. Static, and the same for everyone; what is your own is filled in on the page. */
export default async function LessonPage({ params }: Props) {
  const { course, lesson, next } = await findOrNotFound(params)
  const components = createLessonComponents(lesson, next)
  const document = await loadLessonDocument(lesson.slug)
  return (
    <main id="main">
      <LessonText {...{ course, lesson, next, components }} text={document({ components })} />
    </main>
  )
}

async function findOrNotFound(params: Props['params']) {
  const [{ slug }, course] = await Promise.all([params, readCourse()])
  const index = course.publishedLessons.findIndex((other) => other.slug === slug)
  const lesson = course.publishedLessons[index]
  if (!lesson) notFound()
  return { course, lesson, next: course.publishedLessons[index + 1] }
}
