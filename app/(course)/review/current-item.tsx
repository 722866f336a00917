import { type Ref, useEffect, useState } from 'react'
import type { ReviewAnswer, ReviewLesson } from '#lib/contract/review.ts'
import type { DeckItem } from '#lib/review/deck.ts'
import type { NumberVerdict } from '#lib/review/number/judge-number.ts'
import { Button } from '../../_components/ui/button.tsx'
import { capital, spellCount } from '../../_components/ui/spell-number.ts'
import { describeOrigin } from './describe-item.ts'
import styles from './flashcard.module.css'
import { Flashcard } from './flashcard.tsx'
import { NumberCard } from './number-card.tsx'
import type { DrawnQuestion } from './number-question.ts'
import { getSeed } from './session.ts'
import type { UseSessionResult } from './use-session.ts'

/** What exercises are called and where they are, by id. */
export type Exercises = Readonly<Record<string, { readonly name: string; readonly href: string }>>

interface CurrentItemProps {
  readonly item: DeckItem
  readonly isAnswerVisible: boolean
  readonly answer: ReviewAnswer
  readonly used: UseSessionResult
  readonly exercises: Exercises
  readonly onAnswer: (verdict: NumberVerdict | undefined) => void
  readonly questionRef: Ref<HTMLHeadingElement>
  readonly answerRef: Ref<HTMLDivElement>
}

/** What is asked now: a card, a number question, or a drill. */
export function CurrentItem(props: CurrentItemProps) {
  const { item, isAnswerVisible, answer, used, questionRef, answerRef } = props
  const lesson = answer.lessons.find(({ slug }) => slug === item.lesson)
  if (item.kind === 'drill') return <DrillCard item={item} lesson={lesson} questionRef={questionRef} />
  if (item.kind === 'number') return <FreshNumber {...props} />
  const text = used.texts[item.id]
  if (!text) return <Missing />
  return <Flashcard {...{ item, text, lesson, isAnswerVisible, questionRef, answerRef }} />
}

function FreshNumber({
  item,
  isAnswerVisible,
  answer,
  used,
  exercises,
  onAnswer,
  questionRef,
  answerRef,
}: CurrentItemProps) {
  const { firstNumber } = used
  const isFirst = firstNumber?.item === item.id && firstNumber.seed === getSeed(item)
  const [question, setQuestion] = useState<DrawnQuestion | 'missing' | undefined>(isFirst ? firstNumber : undefined)
  const lesson = answer.lessons.find(({ slug }) => slug === item.lesson)
  useEffect(() => {
    if (isFirst) return
    let isHere = true
    import('./number-question.ts')
      .then(({ drawNumberQuestion }) => drawNumberQuestion(item))
      .then((question) => isHere && setQuestion(question))
      .catch((error) => {
        console.error(error)
        if (isHere) setQuestion('missing')
      })
    return () => {
      isHere = false
    }
  }, [item, isFirst])
  if (question === 'missing') return <Missing />
  if (!question) return <div className={styles.flashcard} aria-busy="true" />
  return (
    <NumberCard
      {...{ item, drawnQuestion: question, lesson, isAnswerVisible, onAnswer, questionRef, answerRef }}
      exercise={exercises[item.exercise ?? '']}
    />
  )
}

function Missing() {
  return (
    <div className={styles.flashcard}>
      <p className="quiet small">We can’t load this card right now</p>
      <p className="prose">
        Its text hasn’t arrived, probably because you’re offline. Bury the card to see it again tomorrow.
      </p>
    </div>
  )
}

interface DrillCardProps {
  readonly item: DeckItem
  readonly lesson: ReviewLesson | undefined
  readonly questionRef: Ref<HTMLHeadingElement>
}

/** A drill: an exercise that was passed is built again from a blank file, against the clock, as interviews ask it. */
function DrillCard({ item, lesson, questionRef }: DrillCardProps) {
  const minutes = Math.round((item.limit ?? 0) / 60_000)
  return (
    <article className={styles.flashcard} aria-label="Drill">
      <p className="quiet small">{describeOrigin(lesson, 'drill')}</p>
      <h1 ref={questionRef} tabIndex={-1}>
        Build <code translate="no">{item.name ?? item.exercise}</code> from a blank file
      </h1>
      <div className="prose">
        <p>
          {capital(spellCount(minutes, 'minute'))}, no hints. Your rating depends on whether your code passes, how many
          runs you need, and your time.
        </p>
      </div>
      <p className={`cluster ${styles.links}`}>
        <Button variant="primary" href={drillHref(item)}>
          Start the clock
        </Button>
      </p>
    </article>
  )
}

/** A round is named by the review before it: an interrupted one continues, the next one starts blank. */
const drillHref = ({ exercise, memory }: DeckItem): string =>
  `/review/drill/${exercise}?round=${memory.lastReview ?? 0}`
