import { Check } from 'lucide'
import type { Ref } from 'react'
import type { CardText, ReviewLesson } from '#lib/contract/review.ts'
import type { DeckItem } from '#lib/review/deck.ts'
import { CardLine, CardProse } from '../../_components/ui/card-html.tsx'
import { Icon } from '../../_components/ui/icon.tsx'
import pointsStyles from '../../_components/ui/points.module.css'
import { describeOrigin, describePromotion } from './describe-item.ts'
import styles from './flashcard.module.css'

interface FlashcardProps {
  readonly item: DeckItem
  readonly text: CardText
  readonly lesson: ReviewLesson | undefined
  readonly isAnswerVisible: boolean
  readonly questionRef: Ref<HTMLHeadingElement>
  readonly answerRef: Ref<HTMLDivElement>
}

/** A card: its question, and on its back what one says, the points that it must hold, and where to go back to. */
export function Flashcard({ item, text, lesson, isAnswerVisible, questionRef, answerRef }: FlashcardProps) {
  const early = describePromotion(item.forward)
  return (
    <article className={styles.flashcard} aria-label="Card">
      <p className="quiet small">{describeOrigin(lesson, text.kind)}</p>
      <h1 ref={questionRef} tabIndex={-1}>
        <CardLine html={text.question} />
      </h1>
      {early && <p className={`quiet small ${styles.early}`}>{early}</p>}
      {isAnswerVisible && (
        // biome-ignore lint/a11y/useSemanticElements: a section would add a landmark for each card
        <div className={styles.back} ref={answerRef} tabIndex={-1} role="group" aria-label="Answer">
          <CardProse html={text.answer} />
          <ul className={`ruled ${pointsStyles.points} ${styles.points}`} aria-label="Key points">
            {text.keyPoints.map(({ id, point }) => (
              <li key={id}>
                <Icon icon={Check} />
                <CardLine html={point} />
              </li>
            ))}
          </ul>
          <BackLinks paragraph={text.paragraph} exercise={text.exercise} />
        </div>
      )}
    </article>
  )
}

interface BackLinksProps {
  readonly paragraph?: string | undefined
  /** Where there is no paragraph of its own. */
  readonly lesson?: string | undefined
  readonly exercise: { readonly name: string; readonly href: string } | undefined
}

/** Where to go back to from a card that was missed. */
export function BackLinks({ paragraph, lesson, exercise }: BackLinksProps) {
  if (!paragraph && !lesson && !exercise) return null
  return (
    <p className={`cluster ${styles.links}`}>
      {paragraph && (
        <a className="hit" href={paragraph}>
          Read the paragraph
        </a>
      )}
      {lesson && (
        <a className="hit" href={lesson}>
          Read the lesson
        </a>
      )}
      {exercise && (
        <a className="hit" href={exercise.href}>
          Build {exercise.name}
        </a>
      )}
    </p>
  )
}
