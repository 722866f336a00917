'use client'

import { Undo2 } from 'lucide'
import { useState } from 'react'
import type { ReviewAnswer } from '#app/api/_contract/review.ts'
import { Icon } from '../ui/icon.tsx'
import { capital, counted } from '../ui/number-words.ts'
import { Triangle } from '../ui/triangle.tsx'
import { ChooseLessons } from './choose-lessons.tsx'
import { whenWords } from './interval-words.ts'
import { QueueBar } from './queue-bar.tsx'
import { Runway } from './runway.tsx'
import { type Session, sitting, undoable } from './session.ts'
import { useKeysOn } from './use-keys-on.ts'
import type { UsedSession } from './use-session.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { WaitingNote } from './waiting-note.tsx'

interface NothingDueProps {
  readonly used: UsedSession
  readonly session: Session
  readonly answer: ReviewAnswer
}

/** The end of a session, and every visit before the next one. */
export function NothingDue({ used, session, answer }: NothingDueProps) {
  const [said, say] = useState('')
  const [keys] = useKeysOn()
  const { queue, desk, since } = session
  const done = sitting(desk, since)
  const last = undoable(session)
  const undo = () => {
    if (!last) return
    say('Taken back.')
    used.act({ kind: 'undo', item: last.item, entry: last.id })
  }
  const nothing = () => undefined
  useShortcuts({ go: nothing, rate: nothing, undo, bury: nothing, suspend: nothing }, keys)
  return (
    <>
      {done.length > 0 && <QueueBar done={done} queue={queue} asking={false} />}
      <WaitingNote waiting={used.waiting} />
      <div className="flashcard nothing-due">
        <Triangle size={104} gap={6} />
        <h1>{done.length > 0 ? `${capital(counted(done.length, 'review'))} done.` : 'Nothing is due.'}</h1>
        <p className="prose">{whatNext(session)}</p>
        {queue.left.length > 0 && (
          <p className="prose">
            {capital(counted(queue.left.length, 'item'))} more would be asked today, but for your limits of{' '}
            {counted(desk.plan.newPerDay, 'new item')} and {counted(desk.plan.minutesPerDay, 'minute')} a day.
          </p>
        )}
        <p className="back-links">
          <a href="/review/plan">Change your plan</a>
          <a href="/review/statistics">See your statistics</a>
        </p>
        {last && (
          <button type="button" className="button plain" aria-keyshortcuts="U" onClick={undo}>
            <Icon of={Undo2} /> Undo <kbd>U</kbd>
          </button>
        )}
        {answer.outlook && <Runway outlook={answer.outlook} />}
        <ChooseLessons used={used} answer={answer} />
      </div>
      <p className="vh" role="status" aria-live="polite">
        {said}
      </p>
    </>
  )
}

function whatNext({ queue, since, desk }: Session): string {
  if (queue.next === undefined) return 'Nothing is scheduled. Choose a lesson to learn its cards.'
  return `The next card comes ${whenWords(queue.next, since, desk.zone)}.`
}
