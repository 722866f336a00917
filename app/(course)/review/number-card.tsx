'use client'

import katex from 'katex'
import { type FormEvent, type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react'
import type { ReviewLesson } from '#lib/contract/review.ts'
import type { DeckItem } from '#lib/review/deck.ts'
import { judgeNumber, type NumberVerdict } from '#lib/review/number/judge-number.ts'
import type { NumberQuestion } from '#lib/review/number/template.ts'
import { Button } from '../../_components/ui/button.tsx'
import { isComposing } from '../../_components/ui/shortcut-key.ts'
import { describeOrigin, describePromotion } from './describe-item.ts'
import flashcardStyles from './flashcard.module.css'
import { BackLinks } from './flashcard.tsx'
import styles from './number-card.module.css'

interface NumberCardProps {
  readonly item: DeckItem
  readonly question: NumberQuestion
  readonly lesson: ReviewLesson | undefined
  readonly shown: boolean
  /** Where to go back to. */
  readonly exercise: { readonly name: string; readonly href: string } | undefined
  /** The answer was given, or asked for: with the verdict, or undefined when nothing was written. */
  readonly onAnswer: (verdict: NumberVerdict | undefined) => void
  readonly questionRef: Ref<HTMLHeadingElement>
  readonly answerRef: Ref<HTMLDivElement>
}

/** A question with fresh numbers: an answer is written and judged, with the slip named, before it is rated. */
export default function NumberCard(props: NumberCardProps) {
  const { item, question, lesson, shown, exercise, onAnswer, questionRef, answerRef } = props
  const [written, setWritten] = useState('')
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
    if (written.trim() === '') return onAnswer(undefined)
    const judged = judgeNumber(question, written)
    setVerdict(judged)
    if (judged.kind !== 'unread') onAnswer(judged)
  }
  return (
    <article className={flashcardStyles.flashcard} aria-label="Question">
      <p className={flashcardStyles.from}>{describeOrigin(lesson, 'fresh')}</p>
      <h1
        ref={questionRef}
        tabIndex={-1}
        className={question.question.length > LONG ? flashcardStyles.long : undefined}
      >
        <NumberText text={question.question} />
      </h1>
      {early && <p className={flashcardStyles.early}>{early}</p>}
      <form className={styles.answer} onSubmit={submit}>
        <label htmlFor={`${hint}-input`}>Your answer</label>
        <span className={styles.input}>
          <input
            id={`${hint}-input`}
            ref={input}
            value={written}
            readOnly={shown}
            onChange={(event) => setWritten(event.target.value)}
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
          {question.asked.unit !== '' && <span className={styles.unit}>{question.asked.unit}</span>}
        </span>
        {!shown && <Button type="submit">Check</Button>}
        <p id={hint} className={styles.hint} role={verdict?.kind === 'unread' ? 'alert' : undefined}>
          {verdict?.kind === 'unread' ? verdict.says : howToWrite(question)}
        </p>
      </form>
      {shown && (
        // biome-ignore lint/a11y/useSemanticElements: a section would add a landmark for each question
        <div className={flashcardStyles.back} ref={answerRef} tabIndex={-1} role="group" aria-label="Answer">
          {verdict && <VerdictLine verdict={verdict} />}
          <div className="prose">
            <p>
              <strong>{question.says}</strong>
              {'. '}
              <NumberText text={question.working} />
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
  if (verdict.kind === 'right') return <p className={`${styles.verdict} ${styles.right}`}>✓ Correct</p>
  if (verdict.kind === 'unread') return null
  return (
    <p className={`${styles.verdict} ${styles.wrong}`}>
      <span aria-hidden="true">✕ </span>
      <b>Not yet.</b> {verdict.says}
    </p>
  )
}

function howToWrite({ asked }: NumberQuestion): string {
  if (asked.kind === 'bytes')
    return 'In any unit: 2 GiB, 2.1 GB, 2^31. A bare number is in the unit shown, or in bytes.'
  if (asked.kind === 'percent') return 'As a percentage, or as 0.125 or 1/8.'
  return 'As 1,200, 1.2e3, 2^10, 3/4 or 1/√64.'
}

const MARKED = /(`[^`]+`|\$[^$]+\$)/

/** Text of a number question, with its `code` and $math$ set. It is drawn in the page, and set there. */
function NumberText({ text }: { readonly text: string }): ReactNode {
  return text.split(MARKED).map((part, i) => {
    const key = `${i}`
    if (part.startsWith('`'))
      return (
        <code translate="no" key={key}>
          {part.slice(1, -1)}
        </code>
      )
    if (part.startsWith('$')) {
      const html = katex.renderToString(part.slice(1, -1), { throwOnError: true, strict: true })
      // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX's own output for an author's formula
      return <span key={key} translate="no" dangerouslySetInnerHTML={{ __html: html }} />
    }
    return part
  })
}
