import { createAuthClient } from 'better-auth/react'
import { type AuthError, describeAuthError } from './auth-error.ts'

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
async function describeEntry(ask: Ask): Promise<string | undefined> {
  const failure = await describeResult(ask, hasUser)
  if (failure) return failure
  const { data, error } = await client.getSession()
  if (error || data) return undefined
  return 'Your browser didn’t keep our cookie, so you aren’t signed in. Allow cookies for this address, then sign in.'
}

type Ask = () => Promise<{ readonly data: unknown; readonly error: AuthError | null }>
type Answer = Readonly<Record<string, unknown>>

const hasUser = ({ user }: Answer): boolean => typeof user === 'object' && user !== null

/**
 * @param isDone  whether our server’s answer says that it is done. A network’s sign-in page may answer in its place, and
 *   nobody is signed in or out by that
 */
async function describeResult(ask: Ask, isDone: (answer: Answer) => boolean): Promise<string | undefined> {
  try {
    const { data, error } = await ask()
    if (error) return describeAuthError(error)
    const isAnswer = typeof data === 'object' && data !== null && isDone(Object.fromEntries(Object.entries(data)))
    return isAnswer ? undefined : describeAuthError({ status: 0 })
  } catch {
    return describeAuthError({ status: 0 })
  }
}
