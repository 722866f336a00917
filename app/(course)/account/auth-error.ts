/** A refusal as better-auth's client reports it. */
export interface AuthError {
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
