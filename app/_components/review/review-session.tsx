'use client'

import { Undo2 } from 'lucide'
import { useEffect, useRef, useState } from 'react'
import type { ReviewAnswer } from '#app/api/_contract/review.ts'
import { nextDayStart } from '#lib/review/day.ts'
import type { Rating } from '#lib/review/memory.ts'
import type { NumberVerdict } from '#lib/review/number/judge-number.ts'
import type { Queued } from '#lib/review/queue.ts'
import { nextMemory } from '#lib/review/schedule.ts'
import { Icon } from '../ui/icon.tsx'
import { BacklogNote } from './backlog-note.tsx'
import { CurrentItem, type Exercises } from './current-item.tsx'
import { intervalWords } from './interval-words.ts'
import { QueueBar } from './queue-bar.tsx'
import { RateRow, ratingName } from './rate-row.tsx'
import { type Session, sitting, undoable } from './session.ts'
import { useKeysOn } from './use-keys-on.ts'
import type { UsedSession } from './use-session.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { WaitingNote } from './waiting-note.tsx'

interface ReviewSessionProps {
  readonly used: UsedSession
  readonly session: Session
  readonly answer: ReviewAnswer
  readonly current: Queued
  readonly exercises: Exercises
}

/** A session: one question at a time, its answer on request, a rating, the next one. Undo at any time. */
export function ReviewSession({ used, session, answer, current, exercises }: ReviewSessionProps) {
  const { item } = current
  const { shown, since, queue, desk } = session
  const [said, say] = useState('')
  const [judged, setJudged] = useState<{ since: number; verdict: NumberVerdict | undefined }>()
  const question = useRef<HTMLHeadingElement>(null)
  const back = useRef<HTMLDivElement>(null)
  const [keys, setKeys] = useKeysOn()
  const last = undoable(session)
  const suggested = suggestion(item.kind === 'number' && judged?.since === since ? judged : undefined)
  const isDrill = item.kind === 'drill'

  useFocus(session, question, back)
  const show = () => {
    if (!shown) used.show()
  }
  const rate = (rating: Rating) => {
    if (!shown || isDrill) return
    const now = Date.now()
    const next = nextMemory(item.kind, item.memory, rating, now, desk.plan.retention)
    say(`${ratingName(rating)}. Comes again in ${intervalWords(next, now)}.`)
    used.act({ kind: 'review', item: item.id, rating, ms: Math.min(now - since, DAY) })
  }
  const undo = () => {
    if (!last) return
    say('Taken back.')
    used.act({ kind: 'undo', item: last.item, entry: last.id })
  }
  const bury = () => {
    say('Buried until tomorrow.')
    used.act({ kind: 'bury', item: item.id, until: nextDayStart(Date.now(), desk.zone) })
  }
  const suspend = () => {
    say('Suspended: it is not asked until you resume it in your plan.')
    used.act({ kind: 'suspend', item: item.id })
  }
  useShortcuts({ go: shown ? () => rate(suggested) : show, rate, undo, bury, suspend }, keys)

  return (
    <>
      <QueueBar done={sitting(desk, since)} queue={queue} asking />
      <BacklogNote backlog={queue.backlog} plan={desk.plan} />
      <WaitingNote waiting={used.waiting} />
      <CurrentItem
        key={`${item.id} ${since}`}
        {...{ item, shown, answer, used, exercises }}
        questionRef={question}
        answerRef={back}
        onAnswer={(verdict) => {
          setJudged({ since, verdict })
          used.show()
        }}
      />
      <div className="rate">
        {isDrill ? null : shown ? (
          <RateRow item={item} retention={desk.plan.retention} now={since} suggested={suggested} onRate={rate} />
        ) : (
          <button type="button" className="button primary show" aria-keyshortcuts="Space" onClick={show}>
            Show the answer <kbd>Space</kbd>
          </button>
        )}
        <div className="under">
          <button type="button" className="button plain" aria-keyshortcuts="U" disabled={!last} onClick={undo}>
            <Icon of={Undo2} />
            Undo <kbd>U</kbd>
          </button>
          {!shown && item.kind === 'card' && <span className="say-first">Say it aloud first.</span>}
          <span className="put-away">
            <button type="button" className="button plain" aria-keyshortcuts="B" onClick={bury}>
              Bury <kbd>B</kbd>
            </button>
            <button type="button" className="button plain" aria-keyshortcuts="S" onClick={suspend}>
              Suspend <kbd>S</kbd>
            </button>
          </span>
        </div>
      </div>
      <p className="keys-line">
        <button type="button" className="button plain" aria-pressed={keys} onClick={() => setKeys(!keys)}>
          {keys ? 'Turn single keys off' : 'Turn single keys on'}
        </button>
      </p>
      <p className="vh" role="status" aria-live="polite">
        {said}
      </p>
    </>
  )
}

const DAY = 86_400_000

/** A right number is Good, any other one Again; of a card only the learner knows. */
function suggestion(judged: { readonly verdict: NumberVerdict | undefined } | undefined): Rating {
  if (!judged) return 3
  return judged.verdict?.kind === 'right' ? 3 : 1
}

/** A new question takes the focus, and its answer when it is shown; the first one of a page leaves it where it is. */
function useFocus(
  { since, shown }: Session,
  question: React.RefObject<HTMLElement | null>,
  back: React.RefObject<HTMLElement | null>,
): void {
  const before = useRef({ since, shown })
  useEffect(() => {
    const was = before.current
    before.current = { since, shown }
    if (was.since !== since) {
      if (!document.activeElement?.matches('.flashcard input')) question.current?.focus({ preventScroll: true })
      scrollTo({ top: 0 })
    } else if (shown && !was.shown) back.current?.focus({ preventScroll: true })
  }, [since, shown, question, back])
}
