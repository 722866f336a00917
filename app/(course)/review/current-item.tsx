import { type Ref, useEffect, useState } from 'react'
import type { ReviewAnswer } from '#lib/contract/review.ts'
import type { DeckItem } from '#lib/review/deck.ts'
import type { NumberVerdict } from '#lib/review/number/judge-number.ts'
import type { NumberQuestion } from '#lib/review/number/template.ts'
import { createLazyView } from '../../_components/ui/lazy-view.tsx'
import { DrillCard } from './drill-card.tsx'
import styles from './flashcard.module.css'
import { Flashcard } from './flashcard.tsx'
import { getSeed } from './session.ts'
import type { UsedSession } from './use-session.ts'

const LazyNumberCard = createLazyView(async () => (await import('./number-card.tsx')).default)

/** What exercises are called and where they stand, by id. */
export type Exercises = Readonly<Record<string, { readonly name: string; readonly href: string }>>

interface CurrentItemProps {
  readonly item: DeckItem
  readonly shown: boolean
  readonly answer: ReviewAnswer
  readonly used: UsedSession
  readonly exercises: Exercises
  readonly onAnswer: (verdict: NumberVerdict | undefined) => void
  readonly questionRef: Ref<HTMLHeadingElement>
  readonly answerRef: Ref<HTMLDivElement>
}

/** What is asked now: a card, a number question, or a drill. */
export function CurrentItem(props: CurrentItemProps) {
  const { item, shown, answer, used, questionRef, answerRef } = props
  const lesson = answer.lessons.find(({ slug }) => slug === item.lesson)
  if (item.kind === 'drill') return <DrillCard item={item} lesson={lesson} questionRef={questionRef} />
  if (item.kind === 'number') return <FreshNumber {...props} />
  const text = used.texts[item.id]
  if (!text) return <Missing />
  return <Flashcard {...{ item, text, lesson, shown, questionRef, answerRef }} />
}

function FreshNumber({ item, shown, answer, exercises, onAnswer, questionRef, answerRef }: CurrentItemProps) {
  const [question, setQuestion] = useState<NumberQuestion | 'missing'>()
  const lesson = answer.lessons.find(({ slug }) => slug === item.lesson)
  useEffect(() => {
    let here = true
    import('./fresh-question.ts')
      .then(({ freshQuestion }) => freshQuestion(item.id.replace('number:', ''), getSeed(item)))
      .then((numberQuestion) => here && setQuestion(numberQuestion))
      .catch((error) => {
        console.error(error)
        if (here) setQuestion('missing')
      })
    return () => {
      here = false
    }
  }, [item])
  if (question === 'missing') return <Missing />
  if (!question) return <Coming />
  return (
    <LazyNumberCard
      {...{ item, question, lesson, shown, onAnswer, questionRef, answerRef }}
      exercise={exercises[item.exercise ?? '']}
      whileLoading={<Coming />}
    />
  )
}

const Coming = () => <div className={styles.flashcard} aria-busy="true" />

function Missing() {
  return (
    <div className={styles.flashcard}>
      <p className={styles.from}>We can’t load this card right now</p>
      <p className="prose">
        Its text hasn’t arrived, probably because you’re offline. Bury the card to see it again tomorrow.
      </p>
    </div>
  )
}
