import 'server-only'
import { z } from 'zod'
import { adoptGuest } from '#lib/learner/adopt-guest.ts'
import { LearnerNotFoundError } from '#lib/learner/learner.ts'
import { logSecurityEvent, type SecurityEvent } from '#lib/log/security-log.ts'
import { AccountRefusal, formatRefusal } from './account-refusal.ts'
import { AccountBodies, type AccountBody, type AccountEndpoint, findAccountEndpoint } from './account-request.ts'
import { isAdoptedSession, rememberAdoptedSession } from './adopted-sessions.ts'
import { askAuth } from './ask-auth.ts'
import type { Auth } from './auth.ts'
import { isReservedAddress } from './author-list.ts'
import { readClientAddress } from './client-address.ts'
import { computeKeyedHash, createDeviceCookie, createEndOfDeviceCookie, readKnownDevice } from './known-device.ts'
import { clearPasswordAttempts, takePasswordAttempt } from './password-attempts.ts'
import { describeWeakness, findPasswordWeakness } from './password-strength.ts'
import { readSessionCookie, type SessionCookie } from './session-cookie.ts'

/** A request about an account, with what is needed to answer it. */
interface AccountCall<E extends AccountEndpoint = AccountEndpoint> {
  readonly endpoint: E
  readonly body: AccountBody<E>
  readonly request: Request
  readonly auth: Auth
  readonly secret: string
  readonly isSecure: boolean
  /** The sender's session, if it is alive. */
  readonly session: LiveSession | undefined
  readonly cookie: SessionCookie | undefined
  readonly now: Date
}
interface LiveSession {
  readonly token: string
  readonly learnerId: string
  readonly email: string
  readonly isGuest: boolean
}

/**
 * Answers a request about sessions and accounts with better-auth, within limits:
 *
 * - only the endpoints and fields of `AccountBodies` are accepted,
 * - after ten wrong passwords an account has to wait (`takePasswordAttempt`), and a new password must not be weak,
 * - sign-ins, failures and refusals are logged.
 *
 * @param text  the request's body; empty if there is none
 */
export async function handleAccountRequest(
  request: Request,
  text: string,
  sessions: Promise<Auth>,
  now: Date = new Date(),
): Promise<Response> {
  let call: AccountCall | undefined
  try {
    call = await readCall(request, text, await sessions, now)
    return await answerCall(call)
  } catch (error) {
    if (!(error instanceof AccountRefusal)) throw error
    if (call) logRefusal(call, error.status, error.code)
    else if (error.status !== 404)
      logRequest(request, now, 'request-refused', { status: error.status, reason: error.code })
    return formatRefusal(error)
  }
}

async function readCall(request: Request, text: string, auth: Auth, now: Date): Promise<AccountCall> {
  const endpoint = findAccountEndpoint(request.method, new URL(request.url).pathname)
  if (!endpoint) throw new AccountRefusal(404, 'no-such-address', 'There is nothing at this URL.')
  const body = readBody(request, text, endpoint)
  const [{ authCookies, secret }, cookie, result] = await Promise.all([
    auth.$context,
    readSessionCookie(request.headers, auth),
    auth.api.getSession({ headers: request.headers }),
  ])
  const session: LiveSession | undefined = result
    ? {
        token: result.session.token,
        learnerId: result.user.id,
        email: result.user.email,
        isGuest: result.user.isAnonymous === true,
      }
    : undefined
  const isSecure = authCookies.sessionToken.attributes.secure === true
  return { endpoint, body, request, auth, secret, isSecure, session, cookie, now }
}

function readBody<E extends AccountEndpoint>(request: Request, text: string, endpoint: E): AccountBody<E> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (text !== '' && type !== 'application/json')
    throw new AccountRefusal(415, 'not-json', 'Send JSON: the header Content-Type must be application/json.')
  const parsed = AccountBodies[endpoint].safeParse(request.method === 'GET' ? undefined : parseJson(text))
  if (parsed.success) return parsed.data as AccountBody<E>
  const [{ message = '', path = [], code = '' } = {}] = parsed.error.issues
  const field = path.join('.')
  if (code === 'too_big') throw new AccountRefusal(400, `${field}-too-long`, message)
  if (code === 'invalid_format') throw new AccountRefusal(400, `invalid-${field}`, message)
  throw new AccountRefusal(400, 'malformed', `Invalid request body: ${field && `${field}: `}${message}`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text === '' ? '{}' : text)
  } catch {
    throw new AccountRefusal(400, 'malformed', 'The body is not JSON.')
  }
}

const isFor = <E extends AccountEndpoint>(call: AccountCall, endpoint: E): call is AccountCall<E> =>
  call.endpoint === endpoint

async function answerCall(call: AccountCall): Promise<Response> {
  if (isFor(call, 'POST /sign-up/email')) return signUp(call)
  if (isFor(call, 'POST /sign-in/email')) return signIn(call)
  if (isFor(call, 'POST /change-password')) return changePassword(call)
  const response = await callAuth(call, call.body)
  if (response.ok && call.endpoint === 'POST /sign-out') return completeSignOut(call, response)
  if (response.ok && call.endpoint.startsWith('POST /revoke')) log(call, 'sessions-ended')
  return response
}

async function signUp(call: AccountCall<'POST /sign-up/email'>): Promise<Response> {
  const { email, password, name } = call.body
  if (isReservedAddress(email, call.auth.env))
    throw new AccountRefusal(
      403,
      'address-reserved',
      'You can’t create an account with this address here. If it is yours, ask whoever runs this course.',
    )
  requireStrongPassword(password, { email, name })
  const { auth, cookie, now } = call
  if (cookie && isAdoptedSession(cookie.token, now.getTime())) throw createAdoptedRefusal()
  return holdGuest(call, async () => {
    const response = await callAuth(call, { email, password, name: name || (email.split('@')[0] ?? '').slice(0, 100) })
    if (!response.ok) {
      const code = await readCode(response)
      // another request created the account after better-auth had looked for one
      if (code === 'failed-to-create-user' && (await auth.db.user.count({ where: { email } })) > 0)
        throw new AccountRefusal(422, TAKEN_ADDRESS, 'There is already an account with this address. Sign in instead.')
      logRefusal(call, response.status, code)
      return response
    }
    const { id } = await readUser(response)
    try {
      await adoptSessionGuest(call, id)
    } catch (error) {
      // the account is empty and nobody has its cookie: delete it, so that the address is free again
      await auth.db.user.deleteMany({ where: { id } })
      throw error instanceof LearnerNotFoundError ? createAdoptedRefusal() : error
    }
    return completeSignIn(call, response, 'sign-up')
  })
}

/** What better-auth answers if the address has an account. */
const TAKEN_ADDRESS = 'user-already-exists-use-another-email'

const createAdoptedRefusal = () =>
  new AccountRefusal(
    409,
    'guest-adopted',
    'You have already signed up in this browser with another request, and your work is in that account. Reload the page.',
  )

/** Runs a guest’s sign-up and refuses a second one while the first is running. */
async function holdGuest(call: AccountCall, work: () => Promise<Response>): Promise<Response> {
  globalForAuth.guestsSigningUp ??= new Set()
  const guests = globalForAuth.guestsSigningUp
  const guest = call.session?.isGuest ? call.session.learnerId : undefined
  if (guest === undefined) return work()
  if (guests.has(guest))
    throw new AccountRefusal(
      409,
      'sign-up-under-way',
      'Another sign-up in this browser is still in progress. Reload the page to see its result.',
    )
  guests.add(guest)
  try {
    return await work()
  } finally {
    guests.delete(guest)
  }
}
/** On globalThis, because development reloads this file after every edit. */
const globalForAuth = globalThis as typeof globalThis & { guestsSigningUp?: Set<string> }

async function signIn(call: AccountCall<'POST /sign-in/email'>): Promise<Response> {
  const { email, password } = call.body
  const { secret, request, isSecure } = call
  const device = readKnownDevice(request.headers, secret, email, isSecure)
  const subject = device
    ? computeKeyedHash(secret, 'attempts-by-device', device, email)
    : computeKeyedHash(secret, 'attempts-by-address', email)
  await requirePasswordAttempt(call, subject)
  const hash = await readPasswordHash(call, email)
  const response = await callAuth(call, { email, password })
  if (!response.ok) {
    if (response.status === 401) log(call, 'sign-in-failed', { reason: 'wrong-address-or-password' })
    else logRefusal(call, response.status, await readCode(response))
    return response
  }
  // changing the password ends all existing sessions, but this one started after the old password was checked
  if ((await readPasswordHash(call, email)) !== hash) {
    await endStartedSession(call, response)
    throw createPasswordChangedRefusal(401)
  }
  await clearPasswordAttempts(call.auth.db, subject)
  try {
    await adoptSessionGuest(call, (await readUser(response)).id)
  } catch (error) {
    // another request has just moved the guest's work into an account
    if (!(error instanceof LearnerNotFoundError)) throw error
  }
  return completeSignIn(call, response, 'sign-in')
}

async function readPasswordHash({ auth }: AccountCall, email: string): Promise<string | null | undefined> {
  const where = { providerId: 'credential', user: { email } }
  return (await auth.db.account.findFirst({ where, select: { password: true } }))?.password
}

/** Ends the session that a response of better-auth has started. */
async function endStartedSession({ auth }: AccountCall, response: Response): Promise<void> {
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const started = await readSessionCookie(new Headers({ cookie }), auth)
  if (started) await (await auth.$context).internalAdapter.deleteSession(started.token)
}

/**
 * Moves a guest’s work to the account that they have just signed in to.
 *
 * @throws LearnerNotFoundError if another account has adopted the guest
 */
async function adoptSessionGuest({ auth, session, now }: AccountCall, account: string): Promise<void> {
  if (!session?.isGuest) return
  await adoptGuest(auth.db, { guest: session.learnerId, account }, { newId: () => crypto.randomUUID(), now })
  rememberAdoptedSession(session.token, now.getTime())
}

async function changePassword(call: AccountCall<'POST /change-password'>): Promise<Response> {
  const { session, secret, auth } = call
  if (!session)
    throw new AccountRefusal(401, 'signed-out', 'You’re signed out. Sign in again, then change your password.')
  if (session.isGuest) throw new AccountRefusal(400, 'no-account', 'Guests have no password. Create an account first.')
  const { currentPassword, newPassword } = call.body
  const { email } = session
  requireStrongPassword(newPassword, { email })
  const subject = computeKeyedHash(secret, 'attempts-by-learner', session.learnerId)
  await requirePasswordAttempt(call, subject)
  await replacePassword(call, email, { currentPassword, newPassword })
  // somebody else who knows the old password may be signed in
  await auth.db.session.deleteMany({ where: { userId: session.learnerId } })
  const response = await askToSignIn(call, { email, password: newPassword })
  if (!response.ok) throw createPasswordChangedRefusal(401)
  await clearPasswordAttempts(auth.db, subject)
  log(call, 'password-changed')
  return response
}

/**
 * Replaces a password that the request knows. Of two parallel requests that know the same one, only the first succeeds.
 *
 * @throws AccountRefusal 400 if the current password is wrong, 409 if it has just been changed
 */
async function replacePassword(
  call: AccountCall,
  email: string,
  { currentPassword, newPassword }: { readonly currentPassword: string; readonly newPassword: string },
): Promise<void> {
  const { db, $context } = call.auth
  const { password } = await $context
  const storedHash = await readPasswordHash(call, email)
  if (!storedHash || !(await password.verify({ hash: storedHash, password: currentPassword })))
    throw new AccountRefusal(400, 'invalid-password', 'Wrong current password. Check it and try again.')
  const where = { providerId: 'credential', user: { email }, password: storedHash }
  const { count } = await db.account.updateMany({ where, data: { password: await password.hash(newPassword) } })
  if (count === 0) throw createPasswordChangedRefusal(409)
}

const createPasswordChangedRefusal = (status: 401 | 409) =>
  new AccountRefusal(
    status,
    'password-changed',
    'The password of this account has just been changed. Sign in with the new one.',
  )

function requireStrongPassword(password: string, person: { readonly email: string; readonly name?: string }): void {
  const weakness = findPasswordWeakness(password, person)
  if (weakness) throw new AccountRefusal(400, `password-${weakness}`, describeWeakness(weakness))
}

async function requirePasswordAttempt({ auth, now }: AccountCall, subject: string): Promise<void> {
  const waitMs = await takePasswordAttempt(auth.db, subject, now)
  if (waitMs === 0) return
  const seconds = Math.ceil(waitMs / 1000)
  const wait = seconds < 60 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`
  throw new AccountRefusal(
    429,
    'too-many-failures',
    `Too many wrong passwords. Wait ${wait} and try again. Attempts before that don’t count.`,
    { 'retry-after': `${seconds}` },
  )
}

/** Completes a sign-in or sign-up: ends the account session that the browser had before, and marks it as a known device. */
async function completeSignIn(call: AccountCall, response: Response, event: 'sign-in' | 'sign-up'): Promise<Response> {
  const { session, auth, secret, isSecure } = call
  if (session && !session.isGuest) await (await auth.$context).internalAdapter.deleteSession(session.token)
  const user = await readUser(response)
  response.headers.append('set-cookie', createDeviceCookie(secret, user.email, isSecure))
  log(call, event, { learnerId: user.id, account: hashForLog(call, user.email) })
  return response
}

/**
 * Completes a sign-out. `"cache"` makes the browser drop our cached pages. `"storage"` would also delete code that hasn't
 * been submitted yet, and other learners' drafts.
 */
async function completeSignOut(call: AccountCall, response: Response): Promise<Response> {
  const { internalAdapter } = await call.auth.$context
  // better-auth reports success even if the database failed
  if (call.session && (await internalAdapter.findSession(call.session.token)))
    throw new AccountRefusal(503, 'sign-out-failed', 'We couldn’t sign you out. Try again in a moment.')
  response.headers.set('clear-site-data', '"cache"')
  response.headers.append('set-cookie', createEndOfDeviceCookie(call.isSecure))
  log(call, 'sign-out')
  return response
}

/**
 * Asks better-auth. If the request starts a session, better-auth must not see the old session’s cookie: when that
 * session has ended, it would delete the new cookie too.
 */
function callAuth({ endpoint, request, auth, cookie }: AccountCall, body: object | undefined): Promise<Response> {
  const startsSession = endpoint === 'POST /sign-in/email' || endpoint === 'POST /sign-up/email'
  return askAuth(auth, { request, body, hiddenCookie: startsSession ? cookie?.name : undefined })
}

/** Asks better-auth for a new session, whatever the request itself is about. */
function askToSignIn({ request, auth, cookie }: AccountCall, body: AccountBody<'POST /sign-in/email'>) {
  const signIn = new Request(new URL('/api/auth/sign-in/email', request.url), {
    method: 'POST',
    headers: request.headers,
  })
  return askAuth(auth, { request: signIn, body, hiddenCookie: cookie?.name })
}

const UserSchema = z.object({ user: z.object({ id: z.string(), email: z.string() }) })
const readUser = async (response: Response) => UserSchema.parse(await response.clone().json()).user

const readCode = async (response: Response): Promise<string> =>
  String(((await response.clone().json()) as { readonly error?: unknown }).error)

const REFUSAL_EVENTS: Partial<Record<AccountEndpoint, SecurityEvent['event']>> = {
  'POST /sign-up/email': 'sign-up-refused',
  'POST /sign-in/email': 'sign-in-refused',
  'POST /change-password': 'password-change-refused',
}

const logRefusal = (call: AccountCall, status: number, reason: string): void =>
  log(call, REFUSAL_EVENTS[call.endpoint] ?? 'request-refused', { status, reason })

function log(call: AccountCall, event: SecurityEvent['event'], more: Partial<SecurityEvent> = {}): void {
  const { request, session, body, now } = call
  const email = body && 'email' in body ? body.email : session?.isGuest ? undefined : session?.email
  const account = email === undefined ? undefined : hashForLog(call, email)
  logRequest(request, now, event, { learnerId: session?.learnerId, account, ...more })
}

function logRequest(request: Request, now: Date, event: SecurityEvent['event'], more: Partial<SecurityEvent>): void {
  const route = `${request.method} ${new URL(request.url).pathname}`
  logSecurityEvent({ event, client: readClientAddress(request.headers), route, ...more }, now.getTime())
}

const hashForLog = ({ secret }: AccountCall, email: string): string => computeKeyedHash(secret, 'log', email)
