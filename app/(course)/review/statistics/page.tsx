import type { Metadata } from 'next'
import { readCourse } from '#lib/course/read-course.ts'
import { ReviewRooms } from '../../../_components/review/review-rooms.tsx'
import { StatisticsRoom } from '../../../_components/review/statistics-room.tsx'
import '../../../styles/review.css'

export const metadata: Metadata = { title: 'Review statistics' }

/** What the log of reviews says. */
export default async function StatisticsPage() {
  const { listed, drafts } = await readCourse()
  const titles = Object.fromEntries([...listed, ...drafts].map((it) => [it.slug, it.frontmatter.title]))
  return (
    <>
      <main id="main" className="page plain-page review-page">
        <h1 className="question">Your reviews in numbers</h1>
        <StatisticsRoom titles={titles} />
      </main>
      <ReviewRooms here="/review/statistics" />
    </>
  )
}
