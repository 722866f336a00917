import type { Metadata } from 'next'
import { toPlainQuestion } from '#lib/course/frontmatter.ts'
import { readCourse } from '#lib/course/read-course.ts'
import { LazyNotFoundDetails } from './_components/ui/lazy-not-found-details.tsx'

export const metadata: Metadata = { title: 'There is no such page' }

/** What was asked for is not there: what that was, what is near it, and the way home. */
export default async function NotFound() {
  const { publishedLessons } = await readCourse()
  const lessons = publishedLessons.map((lesson) => ({
    slug: lesson.slug,
    number: lesson.number,
    title: toPlainQuestion(lesson.frontmatter.question),
  }))
  return (
    <main id="main" className="page plain-page">
      <h1 className="question">There is no such page.</h1>
      <LazyNotFoundDetails lessons={lessons} />
    </main>
  )
}
