import 'katex/dist/katex.min.css'
import type { Metadata } from 'next'
import { PlanView } from '../../../_components/review/plan-view.tsx'
import styles from '../../../_components/review/review.module.css'
import { ReviewRooms } from '../../../_components/review/review-nav.tsx'

export const metadata: Metadata = { title: 'Review plan' }

/** When the interview is, how much of a day goes into reviewing, and what is reviewed. */
export default function PlanPage() {
  return (
    <>
      <main id="main" className={`page plain-page ${styles.page}`}>
        <h1 className="question">Your plan</h1>
        <PlanView />
      </main>
      <ReviewRooms here="/review/plan" />
    </>
  )
}
