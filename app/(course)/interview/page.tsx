import type { Metadata } from 'next'
import { spellCount } from '#app/_components/ui/spell-number.ts'
import { readCourse } from '#lib/course/read-course.ts'
import { lessonsWithCards } from '#lib/service/interview-material.ts'
import { findPageWeakSpots, listPageInterviews } from '#lib/service/my-interviews.ts'
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
  const [interviews, weak] = await Promise.all([listPageInterviews(), findPageWeakSpots(course)])
  const titles = (slugs: readonly string[]) =>
    lessons.flatMap(({ slug, frontmatter }) => (slugs.includes(slug) ? [frontmatter.title] : [])).join(', ')
  const parts = course.sections.flatMap(({ title, lessons: ofPart }): TopicChoice[] => {
    const slugs = ofPart.filter(({ cards }) => cards.length > 0).map(({ slug }) => slug)
    return slugs.length > 0 ? [{ title, about: titles(slugs), lessons: slugs }] : []
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
        <p className={`quiet ${styles.topics}`}>
          {describeTopics(lessons.map(({ frontmatter }) => frontmatter.title))}
        </p>
        <StartInterviewForm parts={parts} weak={titles(weak)} />
        <noscript>
          <p className="quiet">JavaScript is turned off. Turn it on to start an interview.</p>
        </noscript>
      </section>
      <History interviews={interviews} />
    </main>
  )
}

/** “Interviews cover three topics so far: masked attention, scaling, KV cache.” */
const describeTopics = (titles: readonly string[]): string =>
  `Interviews cover ${spellCount(titles.length, 'topic')} so far: ${titles.join(', ')}.`
