'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { ReviewAnswer } from '#lib/contract/review.ts'
import type { Rating } from '#lib/review/memory-state.ts'
import type { NumberVerdict } from '#lib/review/number/judge-number.ts'
import type { Plan } from '#lib/review/plan.ts'
import type { Backlog } from '#lib/review/queue.ts'
import type { Queued } from '#lib/review/select-for-today.ts'
import { Button } from '../../_components/ui/button.tsx'
import { formatDay } from '../../_components/ui/format-day.ts'
import { spellCount } from '../../_components/ui/spell-number.ts'
import { CurrentItem, type Exercises } from './current-item.tsx'
import { QueueBar } from './queue-bar.tsx'
import { RateBar } from './rate-bar.tsx'
import styles from './review.module.css'
import { listSessionReviews, type Session } from './session.ts'
import { useReviewActions } from './use-review-actions.ts'
import type { UseSessionResult } from './use-session.ts'
import { useKeysOn, useShortcuts } from './use-shortcuts.ts'
import { WaitingNote } from './waiting-note.tsx'

interface ReviewSessionProps {
  readonly used: UseSessionResult
  readonly session: Session
  readonly answer: ReviewAnswer
  readonly current: Queued
  readonly exercises: Exercises
}

/** A session: one question at a time, its answer on request, a rating, the next one. Undo at any time. */
export function ReviewSession({ used, session, answer, current, exercises }: ReviewSessionProps) {
  const { item } = current
  const { isAnswerVisible, since, queue, deck } = session
  const [numberResult, setJudged] = useState<NumberResult>()
  const questionRef = useRef<HTMLHeadingElement>(null)
  const answerRef = useRef<HTMLDivElement>(null)
  const [keys, setKeys] = useKeysOn()
  const actions = useReviewActions(used, session, item)
  const suggested = suggestRating(numberResult?.since === since ? numberResult : undefined)
  useFocus(session, questionRef, answerRef)

  const rate = isAnswerVisible ? actions.rate : nothing
  useShortcuts(
    { ...actions, undo: actions.undo ?? nothing, rate, go: isAnswerVisible ? () => rate(suggested) : used.show },
    keys,
  )
  const onAnswer = (verdict: NumberVerdict | undefined) => {
    setJudged({ since, verdict })
    used.show()
  }
  return (
    <>
      <QueueBar done={listSessionReviews(deck, since)} queue={queue} asking />
      <BacklogNote backlog={queue.backlog} plan={deck.plan} />
      <WaitingNote waiting={used.waiting} />
      <CurrentItem
        key={`${item.id} ${since}`}
        {...{ item, isAnswerVisible, answer, used, exercises, onAnswer, questionRef, answerRef }}
      />
      <RateBar {...{ session, item, suggested, actions }} onShow={used.show} />
      <p className={styles.keysLine}>
        <Button variant="plain" onClick={() => setKeys(!keys)}>
          {keys ? 'Turn off keyboard shortcuts' : 'Turn on keyboard shortcuts'}
        </Button>
      </p>
      <p className="vh" role="status" aria-live="polite">
        {actions.announcement}
      </p>
    </>
  )
}

const nothing = () => undefined

/** What came of a written number, and the question that it belongs to. */
interface NumberResult {
  readonly since: number
  readonly verdict: NumberVerdict | undefined
}

/** A right number is Good, any other one Again; of a card only the learner knows. */
function suggestRating(numberResult: NumberResult | undefined): Rating {
  if (!numberResult) return 3
  return numberResult.verdict?.kind === 'right' ? 3 : 1
}

/** A new question takes the focus, and its answer when it is shown; the first one of a page leaves it where it is. */
function useFocus(
  { since, isAnswerVisible }: Session,
  question: RefObject<HTMLElement | null>,
  back: RefObject<HTMLElement | null>,
): void {
  const before = useRef({ since, isAnswerVisible })
  useEffect(() => {
    const was = before.current
    before.current = { since, isAnswerVisible }
    if (was.since !== since) {
      if (!document.activeElement?.matches('article input')) question.current?.focus({ preventScroll: true })
      scrollTo({ top: 0 })
    } else if (isAnswerVisible && !was.isAnswerVisible) back.current?.focus({ preventScroll: true })
  }, [since, isAnswerVisible, question, back])
}

interface BacklogNoteProps {
  readonly backlog: Backlog | undefined
  readonly plan: Plan
}

/** What was cut after missed days, and by what. */
function BacklogNote({ backlog, plan }: BacklogNoteProps) {
  if (!backlog) return null
  const { missedDays, due, allowed, overLimit } = backlog
  const before = plan.deadline ? `before ${formatDay(plan.deadline)}` : 'for the next month'
  return (
    <p className={styles.note}>
      You missed {spellCount(missedDays, 'day')}, so {spellCount(due, 'card')} {due === 1 ? 'is' : 'are'} due. Your
      daily limits allow {allowed}: those that help you most {before}. {overLimit} will wait.{' '}
      <a href="/review/plan">Change your limits</a>
    </p>
  )
}
