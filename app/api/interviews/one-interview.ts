import 'server-only'
import { z } from 'zod'
import { type AuthenticatedLearner, findLiveSession } from '#lib/auth/session.ts'
import type { InterviewKey } from '#lib/learner/interviews.ts'
import { HttpError } from '../_edge/http-error.ts'
import { checkExpectedLearner } from '../_edge/learner.ts'

const IdSchema = z.uuid().transform((id) => id.toLowerCase())

/**
 * Finds the interview and the learner that a request is about.
 *
 * @throws HttpError 404 when the address names no interview, or the request has no session
 * @throws HttpError 401 or 409 as `checkExpectedLearner`
 * @throws SignedOutError when the session has ended
 */
export async function requireInterview(
  request: Request,
  { id }: { readonly id: string },
): Promise<{ readonly key: InterviewKey; readonly authenticated: AuthenticatedLearner }> {
  const authenticated = await findLiveSession(request)
  checkExpectedLearner(request, authenticated)
  const parsed = IdSchema.safeParse(id)
  if (!authenticated || !parsed.success) throw interviewNotFound()
  return { key: { id: parsed.data, learnerId: authenticated.learner.id }, authenticated }
}

export const interviewNotFound = (): HttpError =>
  new HttpError(404, 'no-interview', 'There is no such interview of yours. Your interviews are listed at /interview.')
