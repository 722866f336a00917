import 'katex/dist/katex.min.css'
import type { Metadata } from 'next'
import { PlanRoom } from '../../../_components/review/plan-room.tsx'
import styles from '../../../_components/review/review.module.css'
import { ReviewRooms } from '../../../_components/review/review-rooms.tsx'

export const metadata: Metadata = { title: 'Review plan' }

/** When the interview is, how much of a day goes into reviewing, and what is reviewed. */
export default function PlanPage() {
  return (
    <>
      <main id="main" className={`page plain-page ${styles.page}`}>
        <h1 className="question">Your plan</h1>
        <PlanRoom />
      </main>
      <ReviewRooms here="/review/plan" />
    </>
  )
}
