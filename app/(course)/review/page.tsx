import 'katex/dist/katex.min.css'
import type { Metadata } from 'next'
import { exerciseHref } from '#lib/course/anchors.ts'
import { readCourse } from '#lib/course/read-course.ts'
import flashcardStyles from './flashcard.module.css'
import { readInitialReview } from './read-initial-review.ts'
import reviewStyles from './review.module.css'
import { ReviewRooms } from './review-nav.tsx'
import { ReviewView } from './review-view.tsx'

export const metadata: Metadata = {
  title: 'Review',
  description: 'Cards, number questions and drills, each due shortly before you would forget it.',
}

interface Props {
  readonly searchParams: Promise<{ readonly learn?: string | string[] }>
}

/** Reviewing, from the first question that is due. A lesson’s page offers to learn its cards: `/review?learn=kv-cache`. */
export default async function ReviewPage({ searchParams }: Props) {
  const [{ learn }, { publishedLessons }, initial] = await Promise.all([
    searchParams,
    readCourse(),
    readInitialReview(),
  ])
  const exercises = Object.fromEntries(
    publishedLessons
      .flatMap((lesson) => lesson.exercises)
      .map(({ id, name, lesson }) => [id, { name, href: exerciseHref(lesson, id) }]),
  )
  return (
    <>
      <main id="main" className={reviewStyles.review}>
        <noscript>
          <p className={flashcardStyles.flashcard}>
            JavaScript is turned off. Turn it on to review. You can read the cards in each lesson without it.
          </p>
        </noscript>
        <ReviewView initial={initial} learn={typeof learn === 'string' ? learn : undefined} exercises={exercises} />
      </main>
      <ReviewRooms here="/review" />
    </>
  )
}
