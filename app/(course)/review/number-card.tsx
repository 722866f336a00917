'use client'

import { type FormEvent, type Ref, useEffect, useId, useRef, useState } from 'react'
import type { ReviewLesson } from '#lib/contract/review.ts'
import type { DeckItem } from '#lib/review/deck.ts'
import { judgeNumber, type NumberVerdict } from '#lib/review/number/judge-number.ts'
import type { NumberQuestion } from '#lib/review/number/template.ts'
import { Button } from '../../_components/ui/button.tsx'
import { CardLine } from '../../_components/ui/card-html.tsx'
import fieldStyles from '../../_components/ui/field.module.css'
import { Label } from '../../_components/ui/label.tsx'
import { isComposing } from '../../_components/ui/shortcut-key.ts'
import { describeOrigin, describePromotion } from './describe-item.ts'
import flashcardStyles from './flashcard.module.css'
import { BackLinks } from './flashcard.tsx'
import styles from './number-card.module.css'
import type { DrawnQuestion } from './number-question.ts'

interface NumberCardProps {
  readonly item: DeckItem
  readonly drawnQuestion: DrawnQuestion
  readonly lesson: ReviewLesson | undefined
  readonly isAnswerVisible: boolean
  /** Where to go back to. */
  readonly exercise: { readonly name: string; readonly href: string } | undefined
  /** The answer was given, or asked for: with the verdict, or undefined when nothing was written. */
  readonly onAnswer: (verdict: NumberVerdict | undefined) => void
  readonly questionRef: Ref<HTMLHeadingElement>
  readonly answerRef: Ref<HTMLDivElement>
}

/** A question with fresh numbers: an answer is written and judged, with the slip named, before it is rated. */
export function NumberCard({
  item,
  drawnQuestion,
  lesson,
  isAnswerVisible,
  exercise,
  onAnswer,
  questionRef,
  answerRef,
}: NumberCardProps) {
  const { question, html } = drawnQuestion
  const [typed, setTyped] = useState('')
  const [verdict, setVerdict] = useState<NumberVerdict>()
  const hint = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // with a finger the keyboard would cover the question
    if (matchMedia('(pointer: fine)').matches) input.current?.focus()
  }, [])
  const early = describePromotion(item.forward)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() === '') return onAnswer(undefined)
    const verdict = judgeNumber(question, typed)
    setVerdict(verdict)
    if (verdict.kind !== 'unread') onAnswer(verdict)
  }
  return (
    <article className={flashcardStyles.flashcard} aria-label="Question">
      <p className="quiet small">{describeOrigin(lesson, 'fresh')}</p>
      <h1
        ref={questionRef}
        tabIndex={-1}
        className={question.question.length > LONG ? flashcardStyles.long : undefined}
      >
        <CardLine html={html.question} />
      </h1>
      {early && <p className={`quiet small ${flashcardStyles.early}`}>{early}</p>}
      <form className={`${fieldStyles.field} ${styles.answer}`} onSubmit={submit}>
        <Label as="label" htmlFor={`${hint}-input`}>
          Your answer
        </Label>
        <span className={`${fieldStyles.input} ${styles.input}`}>
          <input
            id={`${hint}-input`}
            ref={input}
            value={typed}
            readOnly={isAnswerVisible}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && !isComposing(event.nativeEvent)) event.currentTarget.blur()
            }}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={80}
            aria-describedby={hint}
            aria-invalid={verdict?.kind === 'unread'}
          />
          {question.answerUnit.unit !== '' && <span className="quiet">{question.answerUnit.unit}</span>}
        </span>
        {!isAnswerVisible && <Button type="submit">Check</Button>}
        <p
          id={hint}
          className={`${fieldStyles.hint} ${styles.hint}`}
          role={verdict?.kind === 'unread' ? 'alert' : undefined}
        >
          {verdict?.kind === 'unread' ? verdict.feedback : describeFormat(question)}
        </p>
      </form>
      {isAnswerVisible && (
        // biome-ignore lint/a11y/useSemanticElements: a section would add a landmark for each question
        <div className={flashcardStyles.back} ref={answerRef} tabIndex={-1} role="group" aria-label="Answer">
          {verdict && <VerdictLine verdict={verdict} />}
          <div className="prose">
            <p>
              <strong>{question.spokenAnswer}</strong>
              {'. '}
              <CardLine html={html.working} />
            </p>
          </div>
          <BackLinks lesson={lesson && `/lessons/${lesson.slug}`} exercise={exercise} />
        </div>
      )}
    </article>
  )
}

/** A question of more characters is set smaller, so that its input stays in sight. */
const LONG = 90

function VerdictLine({ verdict }: { readonly verdict: NumberVerdict }) {
  if (verdict.kind === 'right')
    return (
      <p className={styles.verdict}>
        <b className="right">✓ Correct</b>
      </p>
    )
  if (verdict.kind === 'unread') return null
  return (
    <p className={styles.verdict}>
      <b className="wrong">
        <span aria-hidden="true">✕ </span>
        Not yet.
      </b>{' '}
      {verdict.feedback}
    </p>
  )
}

function describeFormat({ answerUnit }: NumberQuestion): string {
  if (answerUnit.kind === 'bytes')
    return 'In any unit: 2 GiB, 2.1 GB, 2^31. A bare number is in the unit shown, or in bytes.'
  if (answerUnit.kind === 'percent') return 'As a percentage, or as 0.125 or 1/8.'
  return 'As 1,200, 1.2e3, 2^10, 3/4 or 1/√64.'
}
