import type { CardText, ReviewLesson } from '#lib/contract/review.ts'
import type { Promotion } from '#lib/review/deck.ts'

const KINDS: Readonly<Record<CardText['kind'], string>> = {
  interview: 'an interviewer’s question',
  formula: 'a formula',
  why: 'a reason why',
  number: 'a number to know',
  trap: 'a trap',
  definition: 'a definition',
}

/** Where an item comes from, over its question: “Lesson 5, KV cache · a number to know”. */
export function describeOrigin(lesson: ReviewLesson | undefined, kind: CardText['kind'] | 'fresh' | 'drill'): string {
  const what = kind === 'fresh' ? 'a number question' : kind === 'drill' ? 'a drill' : KINDS[kind]
  if (!lesson) return what
  return `Lesson ${lesson.number}, ${lesson.title} · ${what}`
}

/** Why an item is asked before its time. */
export function describePromotion(forward: Promotion | undefined): string | undefined {
  switch (forward?.why) {
    case 'asked':
      return 'You asked for it.'
    case 'failed':
      return `Due early: your code for ${forward.exercise} failed.`
    case 'mistake':
      return `Due early: a verdict on ${forward.exercise} found the mistake that this card is about.`
    case undefined:
      return undefined
  }
}
