'use client'

import { Button } from '#app/_components/ui/button.tsx'
import styles from '#app/_components/ui/runway.module.css'
import { Runway } from '#app/_components/ui/runway.tsx'
import { toDayNumber } from '#lib/review/day.ts'
import { ChooseLessons, listTitles } from '../choose-lessons.tsx'
import type { InitialReview } from '../initial-review.ts'
import { useSession } from '../use-session.ts'
import { WaitingNote } from '../waiting-note.tsx'
import { OpenLessons } from './open-lessons.tsx'
import { PlanForm } from './plan-form.tsx'
import { Suspended } from './suspended.tsx'

interface PlanViewProps {
  /** Undefined if the server couldn’t read it. */
  readonly initial: InitialReview | undefined
}

/** The day of the interview, the limits of a day, the lessons that are reviewed, and what is suspended. */
export function PlanView({ initial }: PlanViewProps) {
  const used = useSession(initial, false)
  const { state } = used
  if (state.kind === 'away')
    return (
      <div className="prose">
        <p>We can’t load your plan right now. Nothing is lost.</p>
        <p>
          <Button onClick={() => void used.reload()}>Try again</Button>
        </p>
      </div>
    )
  const { answer, session } = state
  return (
    <>
      <WaitingNote waiting={used.waiting} />
      <div className="split-2">
        <PlanForm plan={answer.desk.plan} today={toDayNumber(answer.now, answer.desk.zone)} onSaved={used.reload} />
        {answer.outlook ? (
          <Runway outlook={answer.outlook} titles={listTitles(answer)} />
        ) : (
          <section className={styles.runway} aria-labelledby="no-date">
            <h2 id="no-date">No interview date</h2>
            <p>
              If you set a date, we plan your reviews so that you’ve seen everything by then and remember it on that
              day. We also tell you what doesn’t fit.
            </p>
          </section>
        )}
      </div>
      <OpenLessons used={used} answer={answer} />
      <ChooseLessons used={used} answer={answer} />
      <Suspended used={used} session={session} answer={answer} />
    </>
  )
}
