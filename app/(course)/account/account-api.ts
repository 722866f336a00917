import { createAuthClient } from 'better-auth/react'

// The account page’s requests. Each resolves to a sentence about what went wrong, or to undefined if it succeeded.

const client = createAuthClient()

interface Credentials {
  readonly email: string
  readonly password: string
}

/** Creates an account. The guest's work moves into it. */
export const signUp = (credentials: Credentials): Promise<string | undefined> =>
  // the server names the account after its address
  describeEntry(() => client.signUp.email({ ...credentials, name: '' }))

/** Starts a session. The guest's work moves into the account. */
export const signIn = (credentials: Credentials): Promise<string | undefined> =>
  describeEntry(() => client.signIn.email({ ...credentials }))

/** Ends the session. */
export const signOut = (): Promise<string | undefined> =>
  describeResult(
    () => client.signOut(),
    ({ success }) => success === true,
  )

/** Changes the password. The account's other sessions end. */
export const changePassword = (passwords: { readonly currentPassword: string; readonly newPassword: string }) =>
  describeResult(() => client.changePassword({ ...passwords }), hasUser)

/** Ends the account's other sessions. */
export const signOutElsewhere = (): Promise<string | undefined> =>
  describeResult(
    () => client.revokeOtherSessions(),
    ({ status }) => status === true,
  )

/** The server may start a session whose cookie the browser doesn’t keep. */
async function describeEntry(call: AuthCall): Promise<string | undefined> {
  const failure = await describeResult(call, hasUser)
  if (failure) return failure
  const { data, error } = await client.getSession()
  if (error || data) return undefined
  return 'Your browser didn’t keep our cookie, so you aren’t signed in. Allow cookies for this address, then sign in.'
}

type AuthCall = () => Promise<{ readonly data: unknown; readonly error: AuthError | null }>
type Answer = Readonly<Record<string, unknown>>

const hasUser = ({ user }: Answer): boolean => typeof user === 'object' && user !== null

/**
 * @param isDone  whether our server’s answer says that it is done. A network’s sign-in page may answer in its place, and
 *   nobody is signed in or out by that
 */
async function describeResult(call: AuthCall, isDone: (answer: Answer) => boolean): Promise<string | undefined> {
  try {
    const { data, error } = await call()
    if (error) return describeAuthError(error)
    const isAnswer = typeof data === 'object' && data !== null && isDone(Object.fromEntries(Object.entries(data)))
    return isAnswer ? undefined : describeAuthError({ status: 0 })
  } catch {
    return describeAuthError({ status: 0 })
  }
}

/** A refusal as better-auth's client reports it. */
interface AuthError {
  readonly status: number
  readonly code?: string | undefined
  /** The server's own sentence. */
  readonly reason?: string | undefined
}

/** Belongs to the field for the current password, not to the whole form. */
export const WRONG_CURRENT_PASSWORD = 'Wrong current password. Check it and try again.'

/** Our sentences for the refusals that better-auth words itself, by its codes. */
const SENTENCES: Readonly<Record<string, string>> = {
  USER_ALREADY_EXISTS: 'There is already an account with this address. Sign in instead.',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'There is already an account with this address. Sign in instead.',
  FAILED_TO_CREATE_USER: 'There is already an account with this address. Sign in instead.',
  INVALID_EMAIL_OR_PASSWORD: 'Wrong e-mail or password. Check both, or create an account.',
  INVALID_PASSWORD: WRONG_CURRENT_PASSWORD,
  UNAUTHORIZED: 'You’re signed out. Reload the page and sign in again.',
}

/** RFC 6585, section 6. */
const NETWORK_SIGN_IN = 511

/** Describes why the server refused a request about an account, and what to do. */
export function describeAuthError({ status, code = '', reason }: AuthError): string {
  const sentence = SENTENCES[code] ?? reason
  if (sentence) return sentence
  if (status === 429) return 'Too many attempts. Wait a minute and try again.'
  // our server always says why it refuses something: a network’s sign-in page or a proxy has answered
  if (status === 0 || status < 500 || status === NETWORK_SIGN_IN)
    return 'We can’t reach the server. Your work is saved on this device. Check your connection and try again.'
  return 'Something broke on the server. This is our bug, and your work is safe. Try again in a moment.'
}
