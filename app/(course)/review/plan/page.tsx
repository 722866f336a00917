import 'katex/dist/katex.min.css'
import type { Metadata } from 'next'
import { readInitialReview } from '../read-initial-review.ts'
import styles from '../review.module.css'
import { ReviewRooms } from '../review-nav.tsx'
import { PlanView } from './plan-view.tsx'

export const metadata: Metadata = { title: 'Review plan' }

/** When the interview is, how much of a day goes into reviewing, and what is reviewed. */
export default async function PlanPage() {
  const initial = await readInitialReview(({ suspended }) => suspended)
  return (
    <>
      <main id="main" className={`page plain-page ${styles.page}`}>
        <h1 className="question">Your plan</h1>
        <PlanView initial={initial} />
      </main>
      <ReviewRooms here="/review/plan" />
    </>
  )
}
