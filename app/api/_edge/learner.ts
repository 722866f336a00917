import 'server-only'
import { type AuthenticatedLearner, findLiveSession, getOrCreateSessionLearner, getSession } from '#lib/auth/session.ts'
import { GUEST, LEARNER_HEADER } from '#lib/client/learner.ts'
import { HttpError } from './http-error.ts'
import { requireAllowance } from './limit.ts'

/**
 * Finds the learner who sends a request that reads. Creates no guest.
 *
 * @throws HttpError as `checkExpectedLearner`
 */
export async function findLearner(request: Request): Promise<AuthenticatedLearner | undefined> {
  const authenticated = await getSession(request)
  checkExpectedLearner(request, authenticated)
  return authenticated
}

/**
 * The learner who sends a request that writes. Who has no session becomes a guest, if their address has not made too many.
 *
 * @throws HttpError 429 when it has; 401 or 409 as `checkExpectedLearner`
 * @throws SignedOutError, LearnerNotFoundError as `findLiveSession`
 */
export async function getOrCreateLearner(request: Request): Promise<AuthenticatedLearner> {
  const authenticated = await findLiveSession(request)
  checkExpectedLearner(request, authenticated)
  if (authenticated) return authenticated
  requireAllowance('guest', request)
  return getOrCreateSessionLearner(request)
}

/**
 * Checks that the session still belongs to the learner whose page sent the request. Somebody else may have signed in in
 * the same browser since, and must neither receive nor see the earlier learner’s work. Requests that name no learner
 * pass.
 *
 * @throws HttpError 401 if the page's learner is signed out, 409 if the session is another learner's
 */
export function checkExpectedLearner(request: Request, authenticated: AuthenticatedLearner | undefined): void {
  const expected = request.headers.get(LEARNER_HEADER)
  if (expected === null) return
  if (!authenticated && expected !== GUEST)
    throw new HttpError(
      401,
      'signed-out',
      'You’re signed out. This wasn’t saved on the server, but it stays in your browser. Sign in again.',
    )
  if (authenticated && expected !== (authenticated.learner.guest ? GUEST : authenticated.learner.id))
    throw new HttpError(
      409,
      'other-learner',
      'Somebody else is signed in on this browser now. What you wrote stays here for you. Reload the page.',
    )
}
