import { Check, X } from 'lucide'
import type { ReactNode } from 'react'
import { getButtonClass } from '#app/_components/ui/button.tsx'
import { CardLine, CardProse } from '#app/_components/ui/card-html.tsx'
import { Icon } from '#app/_components/ui/icon.tsx'
import pointsStyles from '#app/_components/ui/points.module.css'
import { spentText } from '#app/_components/workbench/format-clock.ts'
import { renderCardHtml } from '#lib/course/card-html.ts'
import type { AnswerSheet, KeyPointResult } from '#lib/interview/debrief.ts'
import { CorrectTick } from './correct-tick.tsx'
import styles from './debrief.module.css'
import { MarkedText } from './marked-text.tsx'

interface AnswerSheetProps {
  readonly sheet: AnswerSheet
  readonly interview: string
}

/** One answer, compared with the key points one by one. */
export function AnswerSheetView({ sheet, interview }: AnswerSheetProps) {
  const { step, done, points, said, speech } = sheet
  const marks = points.flatMap(({ tick, said }, i) =>
    tick && said ? [{ start: tick.start, end: tick.end, label: `${i + 1}` }] : [],
  )
  const meta = [
    done.outcome === 'skipped' ? 'Skipped' : `${said} of ${points.length} ${points.length === 1 ? 'point' : 'points'}`,
    spentText(done.ms),
    ...(speech
      ? [`${speech.wordsPerMinute} words a minute, ${speech.fillers} ${speech.fillers === 1 ? 'filler' : 'fillers'}`]
      : []),
  ]
  return (
    <section className={step.depth > 0 ? `${styles.sheet} ${styles.follow}` : styles.sheet}>
      {step.depth > 0 && <p className={`faint small ${styles.when}`}>Follow-up on {step.question.topic}</p>}
      <h2>
        <CardLine html={renderCardHtml(step.text, { isLine: true })} />
      </h2>
      <p className="quiet num">{meta.join(' · ')}</p>
      <div className="split-2">
        <div>
          <h3 className="h-ui">What you said</h3>
          <div className={`prose ${styles.said}`}>
            {done.text.trim() ? (
              <p>
                <MarkedText text={done.text} marks={marks} />
              </p>
            ) : (
              <p className="quiet">Nothing.</p>
            )}
          </div>
          <details className={styles.model}>
            <summary className={getButtonClass(undefined, 'no-marker')}>Show the model answer</summary>
            <CardProse html={renderCardHtml(step.modelAnswer)} />
          </details>
        </div>
        <div>
          <h3 className="h-ui">Key points</h3>
          <ol className={`ruled ${pointsStyles.points} ${styles.keyPoints}`}>
            {points.map((keyPoint, i) => (
              <KeyPoint
                key={keyPoint.point}
                result={keyPoint}
                number={i + 1}
                correct={
                  <CorrectTick
                    interview={interview}
                    step={step.id}
                    point={i}
                    isCovered={keyPoint.said}
                    label={keyPoint.point}
                  />
                }
              />
            ))}
          </ol>
        </div>
      </div>
    </section>
  )
}

interface KeyPointProps {
  readonly result: KeyPointResult
  readonly number: number
  readonly correct: ReactNode
}

function KeyPoint({ result: { point, said, tick, corrected, askedAgain }, number, correct }: KeyPointProps) {
  const missing = corrected
    ? 'You marked this as not said.'
    : askedAgain
      ? 'Not said. It was your follow-up.'
      : 'Not said.'
  const from = !said ? missing : tick ? `${number} “${shorten(tick.phrase)}”` : 'You marked this as said.'
  return (
    <li className={said ? undefined : styles.miss}>
      <Icon icon={said ? Check : X} />
      <span>
        <span className="vh">{said ? 'Said: ' : 'Not said: '}</span>
        <span className={styles.point}>
          <CardLine html={renderCardHtml(point, { isLine: true })} />
        </span>
        <small>{from}</small>
      </span>
      {correct}
    </li>
  )
}

const LONG = 70
function shorten(phrase: string): string {
  const text = phrase.replace(/\s+/g, ' ')
  if (text.length <= LONG) return text
  return `${text.slice(0, text.lastIndexOf(' ', LONG / 2))} … ${text.slice(text.indexOf(' ', text.length - LONG / 2) + 1)}`
}
