'use client'

import { useState } from 'react'
import type { ReviewLesson } from '#lib/contract/review.ts'
import { Button } from '../../_components/ui/button.tsx'
import { formatCardCount } from './choose-lessons.tsx'
import styles from './flashcard.module.css'
import type { UsedSession } from './use-session.ts'

interface LearnLessonProps {
  readonly used: UsedSession
  readonly lesson: ReviewLesson
  readonly onDone: () => void
}

/** Asks before a lesson's cards come in: a link alone changes nothing. */
export function LearnLesson({ used, lesson, onDone }: LearnLessonProps) {
  const [adding, setAdding] = useState(false)
  const add = async () => {
    setAdding(true)
    used.act({ kind: 'add', item: `lesson:${lesson.slug}` })
    await used.reload()
    onDone()
  }
  return (
    <div className={styles.flashcard}>
      <p className={styles.from}>Lesson {lesson.number}</p>
      <h1>Learn the cards of {lesson.title}?</h1>
      <p className="prose">
        {formatCardCount(lesson.items)}. You’ll see them over the next few days, then again just before you’d forget
        them.
      </p>
      <p className={styles.links}>
        <Button variant="primary" aria-busy={adding} onClick={() => void add()}>
          Learn them
        </Button>
        <Button onClick={onDone}>Not now</Button>
      </p>
    </div>
  )
}
