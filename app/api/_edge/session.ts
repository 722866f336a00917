import 'server-only'
import { findLiveSession, type Known, sessionOf } from '#lib/auth/session.ts'
import { checkExpectedLearner } from './expected-learner.ts'
import { Refusal } from './refusal.ts'

/**
 * Finds the learner who sends a request that reads. Makes no guest.
 *
 * @throws Refusal as `checkExpectedLearner`
 */
export async function findLearner(request: Request): Promise<Known | undefined> {
  const known = await sessionOf(request)
  checkExpectedLearner(request, known)
  return known
}

/**
 * The learner who sends a request.
 *
 * @throws Refusal 401 when there is no session; as `checkExpectedLearner`
 * @throws SignedOutError when it has ended
 */
export async function knownLearner(request: Request): Promise<Known> {
  const known = await findLiveSession(request)
  checkExpectedLearner(request, known)
  if (known) return known
  throw new Refusal(401, 'no-session', 'There is no session. Run an answer first: that makes one, without an account.')
}
