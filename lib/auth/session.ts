import 'server-only'
import type { Learner } from '#lib/learner/learner.ts'
import { type Auth, auth } from './auth.ts'

/** A learner, and the cookies that the answer to their request must set. */
export interface Known {
  readonly learner: Learner
  readonly cookies: readonly string[]
}

/** Who sends a request, where they have a session. For reading: nobody is made. */
export async function sessionOf(
  request: { readonly headers: Headers },
  sessions: Promise<Auth> = auth(),
): Promise<Known | undefined> {
  const { api } = await sessions
  // headers too: a session that is used is prolonged, and its cookie with it
  const { response, headers } = await api.getSession({ headers: request.headers, returnHeaders: true })
  return response ? { learner: learnerFrom(response.user), cookies: headers.getSetCookie() } : undefined
}

/**
 * Who sends a request that writes: the first one makes a guest.
 *
 * A client sends its first writes one after the other; several at once would make several guests.
 */
export async function learnerOf(
  request: { readonly headers: Headers },
  sessions: Promise<Auth> = auth(),
): Promise<Known> {
  const known = await sessionOf(request, sessions)
  if (known) return known
  const { api } = await sessions
  const { response, headers } = await api.signInAnonymous({ headers: request.headers, returnHeaders: true })
  return { learner: { id: response.user.id, guest: true }, cookies: headers.getSetCookie() }
}

const learnerFrom = (user: { id: string; email: string; isAnonymous?: boolean | null | undefined }): Learner =>
  user.isAnonymous ? { id: user.id, guest: true } : { id: user.id, guest: false, email: user.email }
