import { Bar, BarRow } from '#app/_components/figure/bar-row.tsx'
import { formatPercent } from '#app/_components/figure/format.ts'
import type { Statistics as ReviewStatistics } from '#lib/review/statistics.ts'
import { spellCount } from '../../../_components/ui/spell-number.ts'
import styles from '../review.module.css'
import { DayBars } from './day-bars.tsx'

interface StatisticsProps {
  readonly statistics: ReviewStatistics
  /** Titles of lessons by slug. */
  readonly titles: Readonly<Record<string, string>>
}

/** What the log says: what is due on the coming days, what was known, how strong each lesson is, what was done. */
export function Statistics({ statistics, titles }: StatisticsProps) {
  const { retention, forecast, lessons, days } = statistics
  return (
    <>
      <Retention retention={retention} />
      <section aria-labelledby="forecast">
        <h2 id="forecast">Due on the coming days</h2>
        <DayBars label="Items due per day" days={forecast.map(({ day, due }) => ({ day, count: due }))} unit="item" />
      </section>
      <section aria-labelledby="strength">
        <h2 id="strength">Strength by lesson</h2>
        <p className="prose">
          How likely you are to recall an item of the lesson now, averaged over the items that you’ve seen.
        </p>
        <Strength lessons={lessons} titles={titles} />
      </section>
      <section aria-labelledby="days">
        <h2 id="days">Reviews per day</h2>
        <DayBars
          label="Reviews per day"
          days={days.map(({ day, reviews, minutes }) => ({ day, count: reviews, minutes }))}
          unit="review"
        />
      </section>
    </>
  )
}

function Retention({ retention }: { readonly retention: ReviewStatistics['retention'] }) {
  return (
    <section aria-labelledby="retention">
      <h2 id="retention">Retention</h2>
      {retention.actual === null ? (
        <p className="prose">
          No reviews yet. Your target is {formatPercent(retention.desired)}; your actual retention will show here from
          tomorrow.
        </p>
      ) : (
        <>
          <p className="prose">
            {formatPercent(retention.actual)} of {spellCount(retention.reviews, 'review')} in the last 30 days,{' '}
            {retention.remembered} of {retention.reviews}. Your target is {formatPercent(retention.desired)}.
          </p>
          <div className={styles.barRows}>
            <BarRow label="known" value={retention.actual} max={1} text={formatPercent(retention.actual)} />
            <BarRow
              label="wanted"
              value={retention.desired}
              max={1}
              text={formatPercent(retention.desired)}
              tone="quiet"
            />
          </div>
        </>
      )}
    </section>
  )
}

function Strength({
  lessons,
  titles,
}: {
  readonly lessons: ReviewStatistics['lessons']
  readonly titles: Readonly<Record<string, string>>
}) {
  const reviewedLessons = lessons.filter(({ strength }) => strength !== null)
  if (reviewedLessons.length === 0) return <p className="prose">You haven’t reviewed anything yet.</p>
  return (
    <table className="plain-table">
      <caption className="vh">Strength by lesson</caption>
      <thead>
        <tr>
          <th scope="col">Lesson</th>
          <th scope="col">Recall now</th>
          <th scope="col">Seen</th>
        </tr>
      </thead>
      <tbody>
        {reviewedLessons.map(({ slug, strength, items, reviewedCount }) => (
          <tr key={slug}>
            <th scope="row">{titles[slug] ?? slug}</th>
            <td>
              <span className={styles.strengthCell}>
                <Bar value={strength ?? 0} max={1} />
                <span>{formatPercent(strength ?? 0)}</span>
              </span>
            </td>
            <td>
              {reviewedCount} of {items}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
