import 'server-only'
import { GUEST } from '#lib/client/learner.ts'
import { findPageLearner } from '#lib/service/page-learner.ts'
import { type PickTexts, readPageReview } from '#lib/service/review.ts'
import type { InitialReview } from './initial-review.ts'
import { drawNumberQuestion } from './number-question.ts'
import { beginSession } from './session.ts'

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
