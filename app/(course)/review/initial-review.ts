import type { LearnerId } from '#lib/client/learner.ts'
import type { ReviewAnswer } from '#lib/contract/review.ts'
import type { DrawnQuestion } from './number-question.ts'

/** What a page about reviewing shows before its scripts run. */
export interface InitialReview {
  readonly answer: ReviewAnswer
  /** Whose it is, as the browser names learners. */
  readonly learner: LearnerId
  /** The first question, if it is a number question. */
  readonly firstNumber?: DrawnQuestion
}
