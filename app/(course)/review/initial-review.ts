import 'server-only'
import { GUEST, type LearnerId } from '#lib/client/learner.ts'
import type { ReviewAnswer } from '#lib/contract/review.ts'
import { findPageLearner } from '#lib/service/page-learner.ts'
import { type PickTexts, readPageReview } from '#lib/service/review.ts'
import { type DrawnQuestion, drawNumberQuestion } from './number-question.ts'
import { beginSession } from './session.ts'

/** What a page about reviewing shows before its scripts run. */
export interface InitialReview {
  readonly answer: ReviewAnswer
  /** Whose it is, as the browser names learners. */
  readonly learner: LearnerId
  /** The first question, if it is a number question. */
  readonly firstNumber?: DrawnQuestion
}

/**
 * Reads the review of the learner who opens a page; undefined if it can’t be read now.
 *
 * @param pickTexts  as for `readReview`
 */
export async function readInitialReview(pickTexts?: PickTexts): Promise<InitialReview | undefined> {
  const answer = await readPageReview(pickTexts)
  if (!answer) return undefined
  const learner = await findPageLearner()
  const first = beginSession(answer.desk, [], answer.now).current?.item
  const firstNumber = first?.kind === 'number' ? await drawNumberQuestion(first).catch(() => undefined) : undefined
  return { answer, learner: !learner || learner.guest ? GUEST : learner.id, ...(firstNumber && { firstNumber }) }
}
