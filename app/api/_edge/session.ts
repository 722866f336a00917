import 'server-only'
import { findLiveSession, type Known } from '#lib/auth/session.ts'
import { Refusal } from './refusal.ts'

/**
 * The learner who sends a request.
 *
 * @throws Refusal 401 when there is no session
 * @throws SignedOutError when it has ended
 */
export async function knownLearner(request: Request): Promise<Known> {
  const known = await findLiveSession(request)
  if (known) return known
  throw new Refusal(401, 'no-session', 'There is no session. Run an answer first: that makes one, without an account.')
}
