import type { Metadata } from 'next'
import { course as definition } from '#content/course.ts'
import { readCourse } from '#lib/course/read-course.ts'
import { lessonsWithCards } from '#lib/service/interview-material.ts'
import { myInterviews, myWeakSpots } from '#lib/service/my-interviews.ts'
import { History, InterviewInProgress } from './history.tsx'
import styles from './plan.module.css'
import { StartInterviewForm, type TopicChoice } from './start-interview-form.tsx'

export const metadata: Metadata = {
  title: 'Mock interview',
  description: 'Questions one at a time against the clock, follow-ups on what you left out, and a debrief.',
}

/** Planning a mock interview; those that wait, and those that are over. */
export default async function InterviewPage() {
  const course = await readCourse()
  const lessons = lessonsWithCards(course)
  const [interviews, weak] = await Promise.all([myInterviews(), myWeakSpots(course)])
  const titles = (slugs: readonly string[]) =>
    lessons.flatMap(({ slug, frontmatter }) => (slugs.includes(slug) ? [frontmatter.title] : [])).join(', ')
  const parts = definition.sections.flatMap(({ title, lessons: slugs }): TopicChoice[] => {
    const of = slugs.filter((slug) => lessons.some((lesson) => lesson.slug === slug))
    return of.length > 0 ? [{ title, about: titles(of), lessons: of }] : []
  })
  return (
    <main id="main" className={`page plain-page ${styles.plan}`}>
      <h1 className="question">Mock interview</h1>
      <p className="lede">
        One question at a time, as an interviewer would ask: follow-ups pick up what you left out. The model answers are
        shown in the debrief.
      </p>
      <InterviewInProgress interviews={interviews} />
      <section aria-label="Plan an interview">
        <StartInterviewForm parts={parts} weak={titles(weak)} />
        <noscript>
          <p className="quiet">JavaScript is turned off. Turn it on to start an interview.</p>
        </noscript>
      </section>
      <History interviews={interviews} />
    </main>
  )
}
