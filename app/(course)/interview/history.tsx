import { readConfirmation } from '#lib/interview/confirmation.ts'
import { createDebrief, type Score } from '#lib/interview/debrief.ts'
import { lengthMs } from '#lib/interview/plan.ts'
import { replay, resumeFromDraft } from '#lib/interview/replay.ts'
import type { StoredInterview } from '#lib/learner/interviews.ts'
import { Bar } from '../../_components/figure/bar-row.tsx'
import { Button } from '../../_components/ui/button.tsx'
import { Row, Rows } from '../../_components/ui/row.tsx'
import { formatClock } from '../../_components/workbench/format-clock.ts'
import { describeDay } from './describe-day.ts'
import { describeRoundBriefly } from './describe-round.ts'
import styles from './plan.module.css'

/** Interviews that wait to be resumed. */
export function InterviewInProgress({ interviews }: { readonly interviews: readonly StoredInterview[] }) {
  const open = interviews.filter(({ events }) => replay(events).now !== null)
  if (open.length === 0) return null
  return (
    <section>
      <h2>Resume your interview</h2>
      <Rows>
        {open.map(({ id, at, plan, events, draft }) => (
          <Row
            key={id}
            title={plan.topics.join(', ')}
            note={
              <>
                {describeDay(at)} · {formatClock(lengthMs(plan) - resumeFromDraft(replay(events), draft).clock)} left of{' '}
                {plan.minutes} minutes
              </>
            }
          >
            <Button variant="primary" href={`/interview/${id}`}>
              Resume
            </Button>
          </Row>
        ))}
      </Rows>
    </section>
  )
}

/** Interviews that are over, newest first, with what was said of what counts. */
export function History({ interviews }: { readonly interviews: readonly StoredInterview[] }) {
  const over = interviews.filter(({ events }) => replay(events).now === null)
  if (over.length === 0) return null
  return (
    <section>
      <h2>Interviews so far</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label="Interviews so far">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Minutes</th>
              <th scope="col">Key points</th>
              <th scope="col">Coding</th>
              <th scope="col">Topics</th>
            </tr>
          </thead>
          <tbody>
            {over.map((storedInterview) => (
              <HistoryRow key={storedInterview.id} interview={storedInterview} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function HistoryRow({ interview: { id, at, plan, events, codedAt } }: { readonly interview: StoredInterview }) {
  const { total, coding } = createDebrief(plan, replay(events))
  const coded = coding?.coded
  return (
    <tr>
      <th scope="row">
        <a href={`/interview/${id}`}>{describeDay(at)}</a>
      </th>
      <td>{plan.minutes}</td>
      <td>
        <span className={styles.share}>
          <Bar value={total.said} max={total.all} />
        </span>
        {total.said} of {total.all}
      </td>
      <td>{coded ? describeRoundBriefly(coded, readConfirmation(coded, codedAt, new Date())) : '–'}</td>
      <td>{plan.topics.join(', ')}</td>
    </tr>
  )
}

/** Of 100. */
export const share = ({ said, all }: Score): number => (all === 0 ? 0 : Math.round((100 * said) / all))
