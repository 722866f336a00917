import { Button } from '#app/_components/ui/button.tsx'
import { HighlightedCode } from '#app/_components/workbench/highlighted-code.tsx'
import { exerciseHref } from '#lib/course/anchors.ts'
import { readConfirmation } from '#lib/interview/confirmation.ts'
import type { CodingRoundResult } from '#lib/interview/event.ts'
import type { Plan } from '#lib/interview/plan.ts'
import { describeRound } from '../describe-round.ts'
import styles from './debrief.module.css'

interface CodingSheetProps {
  readonly coded: CodingRoundResult
  readonly codedAt: Date | undefined
  readonly coding: NonNullable<Plan['coding']>
}

/** The coding round: what was written, what was thought aloud, and what the grader said. */
export function CodingSheet({ coded, codedAt, coding }: CodingSheetProps) {
  return (
    <section className={styles.sheet}>
      <h2>
        Coding round: <code translate="no">{coding.name}</code>
      </h2>
      <p className="quiet num">{describeRound(coded, readConfirmation(coded, codedAt, new Date()))}</p>
      <div className="split-2">
        <div>
          <h3 className="h-ui">Your code</h3>
          {coded.source ? (
            <HighlightedCode source={coded.source} />
          ) : (
            <p className="quiet">You didn’t run your code.</p>
          )}
        </div>
        <div>
          <h3 className="h-ui">What you said while writing</h3>
          <div className={`prose ${styles.said}`}>
            <p className={coded.notes.trim() ? styles.asWritten : 'quiet'}>
              {coded.notes.trim() || 'You didn’t note anything.'}
            </p>
          </div>
          <p className={styles.actions}>
            <Button href={exerciseHref(coding.lesson, coding.exercise)}>Open the exercise in its lesson</Button>
          </p>
        </div>
      </div>
    </section>
  )
}
