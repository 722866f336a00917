import 'server-only'
import { findLiveSession, type Known, learnerOf } from '#lib/auth/session.ts'
import { checkExpectedLearner } from './expected-learner.ts'
import { countGuest } from './guest-rate.ts'

/**
 * The learner who sends a request that writes. Who has no session becomes a guest, if their address has not made too many.
 *
 * @throws Refusal 429 when it has; 401 or 409 as `checkExpectedLearner`
 * @throws SignedOutError, LearnerGone as `findLiveSession`
 */
export async function getOrCreateLearner(request: Request): Promise<Known> {
  const known = await findLiveSession(request)
  checkExpectedLearner(request, known)
  if (known) return known
  countGuest(request)
  return learnerOf(request)
}
