import { parts } from '#lib/submission/parts.ts'
import { submissionRate } from '#lib/submission/submission-rate.ts'
import { submit } from '#lib/submission/submit.ts'
import { isTooLarge } from '../_contract/source.ts'
import { type SubmissionAnswer, SubmissionBody } from '../_contract/submission.ts'
import { answer, writing } from '../_edge/endpoint.ts'
import { exerciseNamed } from '../_edge/exercise.ts'
import { getOrCreateLearner } from '../_edge/get-or-create-learner.ts'
import { readJson } from '../_edge/read-json.ts'
import { Refusal } from '../_edge/refusal.ts'

/** Stores an answer, has it graded, and gives the verdict that counts. */
export const POST = writing(async (request) => {
  const { id, source, exercise: name } = await readJson(request, SubmissionBody)
  if (isTooLarge(source)) throw new Refusal(413, 'too-large', 'The answer is larger than 64 KiB.')
  const exercise = await exerciseNamed(name)
  const { learner, cookies } = await getOrCreateLearner(request)
  const wait = submissionRate().take(learner.id, Date.now())
  if (wait > 0)
    throw new Refusal(429, 'too-often', `That is many answers in a short time. Wait ${wait} s.`, {
      'retry-after': `${wait}`,
    })
  const it = await submit({ id, exercise, source, learnerId: learner.id }, await parts())
  if (it.kind === 'conflict')
    throw new Refusal(409, 'conflict', 'This id belongs to another submission: make a new one.')
  return answer({ id, verdict: it.verdict } satisfies SubmissionAnswer, { cookies })
})
