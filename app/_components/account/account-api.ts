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
export const signOut = (): Promise<string | undefined> => describeResult(() => client.signOut())

/** Changes the password. The account's other sessions end. */
export const changePassword = (passwords: { readonly currentPassword: string; readonly newPassword: string }) =>
  describeResult(() => client.changePassword({ ...passwords }))

/** Ends the account's other sessions. */
export const signOutElsewhere = (): Promise<string | undefined> => describeResult(() => client.revokeOtherSessions())

/** The server may start a session whose cookie the browser doesn’t keep. */
async function describeEntry(ask: Parameters<typeof describeResult>[0]): Promise<string | undefined> {
  const failure = await describeResult(ask)
  if (failure) return failure
  const { data, error } = await client.getSession()
  if (error || data) return undefined
  return 'Your browser didn’t keep our cookie, so you aren’t signed in. Allow cookies for this address, then sign in.'
}

async function describeResult(ask: () => Promise<{ readonly error: AuthError | null }>): Promise<string | undefined> {
  try {
    const { error } = await ask()
    return error ? describeAuthError(error) : undefined
  } catch {
    return describeAuthError({ status: 0 })
  }
}
