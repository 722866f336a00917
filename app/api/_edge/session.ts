import 'server-only'
import { type Known, sessionOf } from '#lib/auth/session.ts'
import { Refusal } from './refusal.ts'

/**
 * The learner who sends a request.
 *
 * @throws Refusal 401 when there is no session
 */
export async function knownLearner(request: Request): Promise<Known> {
  const known = await sessionOf(request)
  if (known) return known
  throw new Refusal(401, 'no-session', 'There is no session. Run an answer first: that makes one, without an account.')
}
