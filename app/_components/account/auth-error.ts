/** What better-auth answers when it refuses. */
export interface AuthError {
  readonly status: number
  readonly code?: string | undefined
}

const WORDS: Readonly<Record<string, string>> = {
  USER_ALREADY_EXISTS: 'There is an account with this address. Sign in with it.',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'There is an account with this address. Sign in with it.',
  INVALID_EMAIL_OR_PASSWORD: 'No account has this address and password. Look at both, or make an account.',
  INVALID_EMAIL: 'This is not an e-mail address. It has the form name@example.org.',
  PASSWORD_TOO_SHORT: 'The password is too short. It needs at least 8 characters.',
  PASSWORD_TOO_LONG: 'The password is too long. It may have 128 characters at most.',
}

/** Why an account could not be made or entered, and what to do. */
export function inPlainWords({ status, code = '' }: AuthError): string {
  const known = WORDS[code]
  if (known) return known
  if (status === 429) return 'There were many attempts in a short time. Wait a minute, then try again.'
  if (status === 0)
    return 'The server does not answer. Your work stays in this browser. Try again when the line is back.'
  return 'The server could not do this. It is our fault, and nothing of your work is lost. Try again in a moment.'
}
