import type { Forecast } from '#lib/review/forecast.ts'
import { getButtonClass } from './button.tsx'
import { formatDay } from './format-day.ts'
import styles from './runway.module.css'
import { spellCount } from './spell-number.ts'

const linkClass = getButtonClass('link')

interface RunwayProps {
  readonly outlook: Forecast
  /** Titles of lessons, by slug. */
  readonly titles: Readonly<Record<string, string>>
}

/** What is asked on each day to the flag, and what does not fit. */
export function Runway({ outlook, titles }: RunwayProps) {
  const { runway, date } = outlook
  const most = Math.max(1, ...runway.map(({ reviews, fresh }) => reviews + fresh))
  return (
    <section className={styles.runway} aria-label={`Until ${formatDay(date)}`}>
      <h2>Until {formatDay(date, 'long')}</h2>
      <div className={styles.bars} aria-hidden="true">
        {runway.map(({ day, reviews, fresh }, i) => (
          <i
            key={day}
            className={i === 0 ? styles.today : ''}
            style={{ height: `${(100 * (reviews + fresh)) / most}%` }}
          >
            {i === 0 && <b>{reviews + fresh}</b>}
          </i>
        ))}
        <i className={styles.flag} />
      </div>
      <p className={styles.ends} aria-hidden="true">
        <span>today</span>
        <b>{formatDay(date, 'short')}</b>
      </p>
      <p>{describeForecast(outlook, titles)}</p>
      <details className={styles.table}>
        <summary className={`hit ${linkClass}`}>Day by day</summary>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Reviews</th>
              <th scope="col">New</th>
              <th scope="col">Minutes</th>
            </tr>
          </thead>
          <tbody>
            {runway.map(({ day, reviews, fresh, minutes }) => (
              <tr key={day}>
                <th scope="row">{formatDay(day)}</th>
                <td>{Math.round(reviews)}</td>
                <td>{Math.round(fresh)}</td>
                <td>{Math.round(minutes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}

/**
 * Whether all of it fits until the interview, in numbers: “It doesn’t all fit: you’ll know 82 of 90 items on that day;
 * 5 will still be new (4 of FlashAttention, 1 of Positions), 3 will have faded.”
 *
 * @param titles  of lessons, by slug
 */
export function describeForecast(outlook: Forecast, titles: Readonly<Record<string, string>>): string {
  if (outlook.items === 0) return 'You haven’t chosen a lesson yet, so there is nothing to plan.'
  if (outlook.fits) return `You’ll have seen all ${outlook.items} items by then, and still know them.`
  const missing = [
    outlook.unseen.length > 0 &&
      `${outlook.unseen.length} will still be new (${describeByLesson(outlook.unseen, titles)})`,
    outlook.faded.length > 0 && `${outlook.faded.length} will have faded (${describeByLesson(outlook.faded, titles)})`,
  ].filter((part) => part !== false)
  const enough = outlook.enough
    ? ` It fits with ${spellCount(outlook.enough.minutesPerDay, 'minute')}, ${outlook.enough.newPerDay} new items and ${outlook.enough.reviewsPerDay} reviews per day.`
    : ' There isn’t enough time left, whatever the daily limit.'
  return `It doesn’t all fit: you’ll know ${outlook.ready} of ${outlook.items} items on that day; ${missing.join(', ')}.${enough}`
}

/** “4 of FlashAttention, 1 of Positions”, most first. */
function describeByLesson(ids: readonly string[], titles: Readonly<Record<string, string>>): string {
  const groups = Map.groupBy(ids, (id) => (id.startsWith('drill:') ? 'the drills' : (titles[toSlug(id)] ?? toSlug(id))))
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([title, some]) => `${some.length} of ${title}`)
    .join(', ')
}

const toSlug = (id: string): string => id.replace(/^number:/, '').split('/')[0] ?? id
