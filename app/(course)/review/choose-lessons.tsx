'use client'

import { useState } from 'react'
import type { ReviewAnswer, ReviewLesson } from '#lib/contract/review.ts'
import { Button } from '../../_components/ui/button.tsx'
import { Row, Rows } from '../../_components/ui/row.tsx'
import flashcardStyles from './flashcard.module.css'
import reviewStyles from './review.module.css'
import type { UseSessionResult } from './use-session.ts'

interface ChooseLessonsProps {
  readonly used: UseSessionResult
  readonly answer: ReviewAnswer
  /** Nothing has been chosen yet: it is what the page is about. */
  readonly first?: boolean
}

/** Lessons whose cards are not asked yet. */
export function ChooseLessons({ used, answer, first = false }: ChooseLessonsProps) {
  const closed = answer.lessons.filter(({ open, items }) => !open && items > 0)
  if (closed.length === 0) return null
  return (
    <section className={first ? flashcardStyles.flashcard : reviewStyles.moreLessons} aria-labelledby="choose">
      {first ? (
        <>
          <h1 id="choose">Choose what to review</h1>
          <p className="prose">
            You review a lesson’s cards at growing intervals, each shortly before you would forget it. We add a lesson’s
            cards when you read down to its exercise, or when you choose the lesson here.
          </p>
        </>
      ) : (
        <h2 id="choose">Add a lesson</h2>
      )}
      <Rows>
        {closed.map((closedLesson) => (
          <LessonChoice key={closedLesson.slug} lesson={closedLesson} used={used} />
        ))}
      </Rows>
    </section>
  )
}

/** “12 cards and questions”. */
export const formatCardCount = (items: number): string => (items === 1 ? 'one card' : `${items} cards and questions`)

function LessonChoice({ lesson, used }: { readonly lesson: ReviewLesson; readonly used: UseSessionResult }) {
  const [adding, setAdding] = useState(false)
  const add = async () => {
    setAdding(true)
    used.act({ kind: 'add', item: `lesson:${lesson.slug}` })
    await used.reload()
    setAdding(false)
  }
  return (
    <Row title={lesson.title} note={`Lesson ${lesson.number}, ${formatCardCount(lesson.items)}`}>
      <Button aria-busy={adding} onClick={() => void add()}>
        Learn<span className="vh"> the cards of {lesson.title}</span>
      </Button>
    </Row>
  )
}

/** Titles of lessons, by slug. */
export const listTitles = ({ lessons }: ReviewAnswer): Record<string, string> =>
  Object.fromEntries(lessons.map(({ slug, title }) => [slug, title]))
