import type { Metadata } from 'next'
import { readCourse } from '#lib/course/read-course.ts'
import { readPageStatistics } from '#lib/service/review.ts'
import styles from '../review.module.css'
import { ReviewRooms } from '../review-nav.tsx'
import { RefreshAfterSync } from './refresh-after-sync.tsx'
import { Statistics } from './statistics.tsx'

export const metadata: Metadata = { title: 'Review statistics' }

/** What the log of reviews says. */
export default async function StatisticsPage() {
  const [{ publishedLessons }, statistics] = await Promise.all([readCourse(), readPageStatistics()])
  const titles = Object.fromEntries(publishedLessons.map(({ slug, frontmatter }) => [slug, frontmatter.title]))
  return (
    <>
      <main id="main" className={`page plain-page ${styles.page}`}>
        <h1 className="question">Your reviews in numbers</h1>
        {statistics ? (
          <Statistics statistics={statistics} titles={titles} />
        ) : (
          <div className="prose">
            <p>We can’t load your statistics right now. None of your reviews are lost. Reload the page to try again.</p>
          </div>
        )}
        <RefreshAfterSync />
      </main>
      <ReviewRooms here="/review/statistics" />
    </>
  )
}
