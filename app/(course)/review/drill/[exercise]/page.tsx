import 'katex/dist/katex.min.css'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { createTimedExercise } from '#app/(course)/interview/[id]/timed-exercise.tsx'
import { findExercise, readCourse } from '#lib/course/read-course.ts'
import { listReviewItems } from '#lib/course/review-items.ts'
import styles from '../../review.module.css'
import { DrillRound } from './drill-round.tsx'

interface Props {
  readonly params: Promise<{ readonly exercise: string }>
}

export async function generateStaticParams() {
  const { publishedLessons, homeExercise } = await readCourse()
  return [...publishedLessons.flatMap(({ exercises }) => exercises.map(({ id }) => id)), homeExercise].map(
    (exercise) => ({
      exercise,
    }),
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { exercise } = await findOrNotFound(params)
  return { title: `Drill: ${exercise.name}` }
}

/** An exercise again, from a blank file and against the clock. */
export default async function DrillPage({ params }: Props) {
  const { exercise, lesson, limitMs } = await findOrNotFound(params)
  const timed = await createTimedExercise(exercise, lesson)
  return (
    <main id="main">
      <h1 className={`page ${styles.drillTitle}`}>
        Drill: <code translate="no">{exercise.name}</code>
      </h1>
      <DrillRound {...timed} limitMs={limitMs} />
    </main>
  )
}

async function findOrNotFound(params: Props['params']) {
  const [{ exercise: id }, course] = await Promise.all([params, readCourse()])
  const exercise = await findExercise(id)
  const lesson = [...course.publishedLessons, ...course.draftLessons].find(({ slug }) => slug === exercise?.lesson)
  const limitMs = listReviewItems(course).find((reviewItem) => reviewItem.id === `drill:${id}`)?.limit
  if (!lesson || !exercise || limitMs === undefined) notFound()
  return { lesson, exercise, limitMs }
}
