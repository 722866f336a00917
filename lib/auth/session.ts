import 'server-only'
import { type Learner, LearnerNotFoundError } from '#lib/learner/learner.ts'
import { isStorageError } from '#lib/learner/storage-error.ts'
import { ignoreStorage } from '#lib/learner/storage-watch.ts'
import { isAdoptedSession } from './adopted-sessions.ts'
import { type Auth, auth } from './auth.ts'
import { formatCookie, formatEndOfCookie, readSessionCookie } from './session-cookie.ts'
import { computeSessionEnd, GUEST_SESSION_MS, PROLONG_AFTER_MS } from './session-lifetime.ts'
import { SignedOutError } from './signed-out-error.ts'

/** A learner, and the cookies that the answer to their request must set. */
export interface AuthenticatedLearner {
  readonly learner: Learner
  readonly cookies: readonly string[]
}

/** Who sends a request, where they have a session. For reading: nobody is made. */
export async function getSession(
  request: { readonly headers: Headers },
  sessions: Promise<Auth> = auth(),
): Promise<AuthenticatedLearner | undefined> {
  const auth = await sessions
  const open = await findOpenSession(request, auth)
  if (!open) return undefined
  const { learner, token, updatedAt, expiresAt, end, now } = open
  const isTooLong = expiresAt > end // from an older version, which gave accounts more time
  if (!isTooLong && now.getTime() - updatedAt.getTime() < PROLONG_AFTER_MS) return { learner, cookies: [] }
  const { internalAdapter } = await auth.$context
  await tryShortly(() => internalAdapter.updateSession(token, { expiresAt: end, updatedAt: now }))
  const cookie = await readSessionCookie(request.headers, auth)
  return { learner, cookies: cookie ? [formatCookie({ ...cookie, path: '/', maxAgeS: GUEST_SESSION_MS / 1000 })] : [] }
}

/**
 * Who looks at a page, where they have a session. Doesn’t prolong it, because a page can’t set the cookie that must be
 * prolonged with it: the requests that the page sends do both.
 */
export async function readLearner(
  request: { readonly headers: Headers },
  sessions: Promise<Auth> = auth(),
): Promise<Learner | undefined> {
  return (await findOpenSession(request, await sessions))?.learner
}

async function findOpenSession(request: { readonly headers: Headers }, auth: Auth) {
  const session = await auth.api.getSession({ headers: request.headers })
  if (!session) return undefined
  const learner = learnerFrom(session.user)
  const { token, createdAt, updatedAt, expiresAt } = session.session
  const now = new Date()
  const end = computeSessionEnd({ createdAt, isGuest: learner.guest }, auth.lifetime, now)
  if (end > now) return { learner, token, updatedAt, expiresAt, end, now }
  const { internalAdapter } = await auth.$context
  await tryShortly(() => internalAdapter.deleteSession(token))
  return undefined
}

/** How long a reading request waits for a write that a later request can repeat. */
const SHORTLY_MS = 250

/** Tries a write that the next request repeats if this one fails, so that reads don’t wait for a locked database. */
async function tryShortly(write: () => Promise<unknown>): Promise<void> {
  const written = ignoreStorage(write).catch((error: unknown) => {
    if (!isStorageError(error)) throw error
  })
  const { promise: isLate, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, SHORTLY_MS)
  try {
    await Promise.race([written, isLate])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Finds who sends a request, if they have a session, and refuses a request whose session has ended: a guest must not get
 * what an account's owner wrote.
 *
 * @throws SignedOutError if the session of the request's cookie has ended
 * @throws LearnerNotFoundError if an account has just adopted the cookie's guest
 */
export async function findLiveSession(
  request: { readonly headers: Headers },
  sessions: Promise<Auth> = auth(),
): Promise<AuthenticatedLearner | undefined> {
  const authenticated = await getSession(request, sessions)
  if (authenticated) return authenticated
  const cookie = await readSessionCookie(request.headers, await sessions)
  if (!cookie) return undefined
  if (isAdoptedSession(cookie.token, Date.now())) throw new LearnerNotFoundError()
  throw new SignedOutError(formatEndOfCookie(cookie))
}

/**
 * Who sends a request that writes: the first one makes a guest.
 *
 * A client sends its first writes one after the other; several at once would make several guests.
 *
 * @throws SignedOutError, LearnerNotFoundError as `findLiveSession`
 */
export async function getOrCreateSessionLearner(
  request: { readonly headers: Headers },
  sessions: Promise<Auth> = auth(),
): Promise<AuthenticatedLearner> {
  const authenticated = await findLiveSession(request, sessions)
  if (authenticated) return authenticated
  const { api } = await sessions
  const { response, headers } = await api.signInAnonymous({ headers: request.headers, returnHeaders: true })
  return { learner: { id: response.user.id, guest: true }, cookies: headers.getSetCookie() }
}

const learnerFrom = (user: { id: string; email: string; isAnonymous?: boolean | null | undefined }): Learner =>
  user.isAnonymous ? { id: user.id, guest: true } : { id: user.id, guest: false, email: user.email }
