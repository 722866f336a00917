import type { CSSProperties } from 'react'
import heatStyles from '#app/_components/figure/heat.module.css'
import matrixStyles from '#app/_components/figure/matrix.module.css'
import { Button } from '#app/_components/ui/button.tsx'
import { CardLine } from '#app/_components/ui/card-html.tsx'
import { Row, Rows } from '#app/_components/ui/row.tsx'
import { renderCardHtml } from '#lib/course/card-html.ts'
import type { Lesson } from '#lib/course/course.ts'
import { createDebrief, type Debrief, type SuggestedReview } from '#lib/interview/debrief.ts'
import { KINDS } from '#lib/interview/kind.ts'
import { replay } from '#lib/interview/replay.ts'
import type { StoredInterview } from '#lib/learner/interviews.ts'
import { describeDay, formatAgo, formatSpan } from '../describe-day.ts'
import { share } from '../history.tsx'
import { AnswerSheetView } from './answer-sheet.tsx'
import { CodingSheet } from './coding-sheet.tsx'
import debriefStyles from './debrief.module.css'
import scoreMatrixStyles from './score-matrix.module.css'

interface DebriefViewProps {
  readonly interview: StoredInterview
  /** The one before it that is over. */
  readonly earlier: StoredInterview | undefined
  /** The published lessons: the others have no page, and none of their cards is due. */
  readonly publishedLessons: readonly Lesson[]
}

/** The result of an interview: the score, what to review next, and each answer next to its key points. */
export function DebriefView({ interview, earlier, publishedLessons }: DebriefViewProps) {
  const { id, at, plan, events, codedAt } = interview
  const report = createDebrief(plan, replay(events))
  const topics = report.matrix.length > 0 ? report.matrix.map(({ topic }) => topic) : plan.topics
  return (
    <main id="main" className={`page ${debriefStyles.debrief}`}>
      <header>
        <p className="faint num small">
          {describeDay(at)} · {plan.minutes} minutes · {topics.join(', ')}
        </p>
        <h1 className="question">{report.headline}</h1>
        <p className="lede">{describeTotal(report, interview, earlier)}</p>
      </header>
      {report.matrix.length > 0 && (
        <div className="split-2">
          <section>
            <h2>By topic and kind</h2>
            <ScoreMatrix rows={report.matrix} />
          </section>
          <section>
            <h2>Review next</h2>
            <ReviewList next={report.next} publishedLessons={publishedLessons} />
          </section>
        </div>
      )}
      {report.sheets.map((sheet) => (
        <AnswerSheetView key={sheet.step.id} sheet={sheet} interview={id} />
      ))}
      {report.coding?.coded && plan.coding && (
        <CodingSheet coded={report.coding.coded} codedAt={codedAt} coding={plan.coding} />
      )}
      <p className={`no-print ${debriefStyles.next}`}>
        <Button href="/interview">Plan another interview</Button>
      </p>
    </main>
  )
}

/** “26 of 37 key points. Eight days before it was 19 of 35. You had 50 seconds left.” */
function describeTotal(
  { total, usedMs, leftMs }: Debrief,
  { at }: StoredInterview,
  earlier: StoredInterview | undefined,
) {
  const parts = total.all > 0 ? [`${total.said} of ${total.all} key points.`] : []
  if (earlier && total.all > 0) {
    const before = createDebrief(earlier.plan, replay(earlier.events)).total
    if (before.all > 0) parts.push(`${formatAgo(earlier.at, at)} it was ${before.said} of ${before.all}.`)
  }
  parts.push(leftMs > 0 ? `You had ${formatSpan(leftMs)} left.` : `You used all ${formatSpan(usedMs)}.`)
  return parts.join(' ')
}

function ReviewList({
  next,
  publishedLessons,
}: {
  readonly next: readonly SuggestedReview[]
  readonly publishedLessons: readonly Lesson[]
}) {
  if (next.length === 0)
    return (
      <p className={`quiet small ${debriefStyles.note}`}>
        You covered every key point. No cards were added to your review queue.
      </p>
    )
  return (
    <>
      <Rows>
        {next.map(({ lesson, topic, cards, missed }) => {
          const page = publishedLessons.find(({ slug }) => slug === lesson)
          return (
            <Row
              key={lesson}
              title={topic}
              note={
                <>
                  Not said: <CardLine html={renderCardHtml(missed.slice(0, 2).join(' '), { isLine: true })} />{' '}
                  {missed.length > 2 && ` And ${missed.length - 2} more.`}
                </>
              }
            >
              {page ? (
                <>
                  <Button variant="plain" href={`/lessons/${lesson}`}>
                    Lesson {page.number}
                  </Button>
                  <Button href="/review">
                    {cards.length} {cards.length === 1 ? 'card' : 'cards'}
                    <span className="vh"> on {topic}</span>
                  </Button>
                </>
              ) : (
                <span className="quiet">Not published</span>
              )}
            </Row>
          )
        })}
      </Rows>
      {next.some(({ lesson }) => publishedLessons.some(({ slug }) => slug === lesson)) && (
        <p className={`faint small ${debriefStyles.note}`}>These cards are due now.</p>
      )}
    </>
  )
}

/** Key points said, of 100, by topic and kind. */
function ScoreMatrix({ rows }: { readonly rows: Debrief['matrix'] }) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={scoreMatrixStyles.scores} tabIndex={0} aria-label="Score by topic and kind">
        <div className={`${heatStyles.heat} ${matrixStyles.matrix}`}>
          <table>
            <caption className="vh">Score by topic and kind</caption>
            <thead>
              <tr>
                <td className="corner" />
                {KINDS.map((kind) => (
                  <th scope="col" key={kind}>
                    {kind}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ topic, kinds }) => (
                <tr key={topic}>
                  <th scope="row">{topic}</th>
                  {KINDS.map((kind) => {
                    const score = kinds[kind]
                    if (!score)
                      return (
                        <td className={scoreMatrixStyles.none} key={kind}>
                          ·<span className="vh">not asked</span>
                        </td>
                      )
                    const portion = share(score)
                    return (
                      <td className="v" key={kind} style={{ '--v': portion / 100 } as CSSProperties}>
                        {portion}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <p className={`faint small ${debriefStyles.note}`}>
        Percentage of key points covered (coding: checks passed). A dot means not asked.
      </p>
    </>
  )
}
