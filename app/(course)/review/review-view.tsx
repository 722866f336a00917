'use client'

import { useCallback, useState } from 'react'
import type { ReviewLesson } from '#lib/contract/review.ts'
import { Button } from '../../_components/ui/button.tsx'
import { ChooseLessons, formatCardCount } from './choose-lessons.tsx'
import type { Exercises } from './current-item.tsx'
import styles from './flashcard.module.css'
import type { InitialReview } from './initial-review.ts'
import { NothingDue } from './nothing-due.tsx'
import { ReviewSession } from './review-session.tsx'
import { type UseSessionResult, useSession } from './use-session.ts'

interface ReviewViewProps {
  /** Undefined if the server couldn’t read it. */
  readonly initial: InitialReview | undefined
  /** Slug of the lesson whose cards the learner has asked for. */
  readonly learn: string | undefined
  /** What an exercise is called and where it is, by its id; of published lessons only. */
  readonly exercises: Exercises
}

/** A session while something is due, else when the next card comes. */
export function ReviewView({ initial, learn, exercises }: ReviewViewProps) {
  const used = useSession(initial, true)
  const [wantedSlug, setWantedSlug] = useState(learn)
  const forget = useCallback(() => {
    history.replaceState(null, '', '/review')
    setWantedSlug(undefined)
  }, [])
  const { state } = used
  if (state.kind === 'away')
    return (
      <div className={styles.flashcard}>
        <h1>We can’t load what is due right now</h1>
        <div className="prose">
          <p>You’re offline, or the server isn’t responding. None of your reviews are lost.</p>
        </div>
        <Button variant="primary" onClick={() => void used.reload()}>
          Try again
        </Button>
      </div>
    )
  const { session, answer } = state
  const wantedLesson = answer.lessons.find(({ slug, open }) => slug === wantedSlug && !open)
  if (wantedLesson) return <LearnLesson used={used} lesson={wantedLesson} onDone={forget} />
  if (session.current)
    return (
      <ReviewSession used={used} session={session} answer={answer} current={session.current} exercises={exercises} />
    )
  if (session.deck.items.length === 0 && session.deck.today.length === 0)
    return <ChooseLessons used={used} answer={answer} first />
  return <NothingDue used={used} session={session} answer={answer} />
}

interface LearnLessonProps {
  readonly used: UseSessionResult
  readonly lesson: ReviewLesson
  readonly onDone: () => void
}

/** Asks before a lesson's cards are added, because a link alone must change nothing. */
function LearnLesson({ used, lesson, onDone }: LearnLessonProps) {
  const [adding, setAdding] = useState(false)
  const add = async () => {
    setAdding(true)
    used.act({ kind: 'add', item: `lesson:${lesson.slug}` })
    await used.reload()
    onDone()
  }
  return (
    <div className={styles.flashcard}>
      <p className="quiet small">Lesson {lesson.number}</p>
      <h1>Learn the cards of {lesson.title}?</h1>
      <p className="prose">
        {formatCardCount(lesson.items)}. You’ll see them over the next few days, then again just before you’d forget
        them.
      </p>
      <p className={`cluster ${styles.links}`}>
        <Button variant="primary" aria-busy={adding} onClick={() => void add()}>
          Learn them
        </Button>
        <Button onClick={onDone}>Not now</Button>
      </p>
    </div>
  )
}
