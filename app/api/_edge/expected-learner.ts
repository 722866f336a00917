import 'server-only'
import type { Known } from '#lib/auth/session.ts'
import { GUEST, LEARNER_HEADER } from '#lib/client/learner.ts'
import { Refusal } from './refusal.ts'

/**
 * Checks that the session still belongs to the learner whose page sent the request. Somebody else may have signed in in
 * the same browser since, and must neither receive nor see the earlier learner’s work. Requests that name no learner
 * pass.
 *
 * @throws Refusal 401 if the page's learner is signed out, 409 if the session is another learner's
 */
export function checkExpectedLearner(request: Request, known: Known | undefined): void {
  const expected = request.headers.get(LEARNER_HEADER)
  if (expected === null) return
  if (!known && expected !== GUEST)
    throw new Refusal(
      401,
      'signed-out',
      'You’re signed out. This wasn’t saved on the server, but it stays in your browser. Sign in again.',
    )
  if (known && expected !== (known.learner.guest ? GUEST : known.learner.id))
    throw new Refusal(
      409,
      'other-learner',
      'Somebody else is signed in at this browser now. What you wrote stays here for you. Reload the page.',
    )
}
