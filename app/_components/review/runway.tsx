import type { Outlook } from '#lib/review/deadline.ts'
import { counted } from '../ui/number-words.ts'
import { dateWords } from './date-words.ts'
import './runway.css'

interface RunwayProps {
  readonly outlook: Outlook
  /** The heading's level where it stands. */
  readonly level?: 2 | 3
}

/** What is asked on each day to the flag, and what does not fit. */
export function Runway({ outlook, level = 2 }: RunwayProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const { runway, date } = outlook
  const most = Math.max(1, ...runway.map((it) => it.reviews + it.fresh))
  return (
    <section className="runway" aria-label={`Until ${dateWords(date)}`}>
      <Heading>Until {dateWords(date, 'long')}</Heading>
      <div className="runway-bars" aria-hidden="true">
        {runway.map(({ day, reviews, fresh }, i) => (
          <i key={day} className={i === 0 ? 'today' : ''} style={{ height: `${(100 * (reviews + fresh)) / most}%` }}>
            {i === 0 && <b>{reviews + fresh}</b>}
          </i>
        ))}
        <i className="flag" />
      </div>
      <p className="runway-ends" aria-hidden="true">
        <span>today</span>
        <b>{dateWords(date, 'short')}</b>
      </p>
      <p>{outlookWords(outlook)}</p>
      <details className="runway-table">
        <summary>Day by day</summary>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Asked again</th>
              <th scope="col">New</th>
              <th scope="col">Minutes</th>
            </tr>
          </thead>
          <tbody>
            {runway.map(({ day, reviews, fresh, minutes }) => (
              <tr key={day}>
                <th scope="row">{dateWords(day)}</th>
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

/** Whether all of it fits, in numbers: “82 of 90 items are fresh on that day. 5 are not asked by then, 3 have faded.” */
export function outlookWords(it: Outlook): string {
  if (it.items === 0) return 'No lesson is chosen yet: there is nothing to plan.'
  if (it.fits) return `All ${it.items} items are seen and fresh on that day.`
  const missing = [
    it.unseen.length > 0 && `${it.unseen.length} are not asked by then`,
    it.faded.length > 0 && `${it.faded.length} will have faded`,
  ].filter((part) => part !== false)
  const enough = it.enough
    ? ` It fits with ${counted(it.enough.minutesPerDay, 'minute')}, ${it.enough.newPerDay} new items and ${it.enough.reviewsPerDay} reviews a day.`
    : ' No limits would make it fit in the days that are left.'
  return `It does not all fit: ${it.ready} of ${it.items} items are fresh on that day; ${missing.join(', ')}.${enough}`
}
