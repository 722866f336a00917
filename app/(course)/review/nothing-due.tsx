'use client'

import { useEffect, useRef } from 'react'
import type { ReviewAnswer } from '#lib/contract/review.ts'
import { formatWhen } from '../../_components/ui/format-interval.ts'
import { Runway } from '../../_components/ui/runway.tsx'
import { capital, spellCount } from '../../_components/ui/spell-number.ts'
import { Triangle } from '../../_components/ui/triangle.tsx'
import { ChooseLessons, listTitles } from './choose-lessons.tsx'
import flashcardStyles from './flashcard.module.css'
import { QueueBar } from './queue-bar.tsx'
import { UndoButton } from './rate-bar.tsx'
import reviewStyles from './review.module.css'
import { listSessionReviews, type Session } from './session.ts'
import { useReviewActions } from './use-review-actions.ts'
import type { UseSessionResult } from './use-session.ts'
import { useKeysOn, useShortcuts } from './use-shortcuts.ts'
import { WaitingNote } from './waiting-note.tsx'

interface NothingDueProps {
  readonly used: UseSessionResult
  readonly session: Session
  readonly answer: ReviewAnswer
}

/** The end of a session, and every visit before the next one. */
export function NothingDue({ used, session, answer }: NothingDueProps) {
  const [keys] = useKeysOn()
  const { queue, deck, since } = session
  const done = listSessionReviews(deck, since)
  const actions = useReviewActions(used, session, undefined)
  const head = useRef<HTMLHeadingElement>(null)
  const ended = since - (done.at(-1)?.at ?? 0) < JUST_NOW
  useEffect(() => {
    // the button that ended the session is gone: screen reader users hear here that it is over
    if (ended) head.current?.focus({ preventScroll: true })
  }, [ended])
  useShortcuts({ go: nothing, rate: nothing, undo: actions.undo ?? nothing, bury: nothing, suspend: nothing }, keys)
  return (
    <>
      {done.length > 0 && <QueueBar done={done} queue={queue} asking={false} />}
      <WaitingNote waiting={used.waiting} />
      <div className={`${flashcardStyles.flashcard} ${reviewStyles.nothingDue}`}>
        <Triangle size={104} gap={6} />
        <h1 ref={head} tabIndex={-1}>
          {done.length > 0 ? `${capital(spellCount(done.length, 'review'))} done.` : 'Nothing is due.'}
        </h1>
        <p className="prose">{describeNext(session)}</p>
        {queue.overLimit.length > 0 && (
          <p className="prose">
            {capital(spellCount(queue.overLimit.length, 'more item'))} would be due today, but you’ve reached your limit
            of {spellCount(deck.plan.newPerDay, 'new item')} and {spellCount(deck.plan.minutesPerDay, 'minute')} per
            day.
          </p>
        )}
        <p className={`cluster ${flashcardStyles.links}`}>
          <a className="hit" href="/review/plan">
            Change your plan
          </a>
          <a className="hit" href="/review/statistics">
            See your statistics
          </a>
        </p>
        {actions.undo && <UndoButton undo={actions.undo} />}
        {answer.outlook && <Runway outlook={answer.outlook} titles={listTitles(answer)} />}
        <ChooseLessons used={used} answer={answer} />
      </div>
      <p className="vh" role="status" aria-live="polite">
        {actions.announcement}
      </p>
    </>
  )
}

const nothing = () => undefined
const JUST_NOW = 2000

function describeNext({ queue, since, deck }: Session): string {
  if (queue.next === undefined) return 'Nothing is scheduled. Choose a lesson to learn its cards.'
  return `The next card comes ${formatWhen(queue.next, since, deck.zone)}.`
}
