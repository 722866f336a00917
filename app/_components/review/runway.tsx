import type { Outlook } from '#lib/review/deadline.ts'
import { dateWords } from './date-words.ts'
import { outlookWords } from './outlook-words.ts'
import './runway.css'

interface RunwayProps {
  readonly outlook: Outlook
  /** Titles of lessons, by slug. */
  readonly titles: Readonly<Record<string, string>>
}

/** What is asked on each day to the flag, and what does not fit. */
export function Runway({ outlook, titles }: RunwayProps) {
  const { runway, date } = outlook
  const most = Math.max(1, ...runway.map((it) => it.reviews + it.fresh))
  return (
    <section className="runway" aria-label={`Until ${dateWords(date)}`}>
      <h2>Until {dateWords(date, 'long')}</h2>
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
      <p>{outlookWords(outlook, titles)}</p>
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
