import { z } from 'zod'
import { MAX_PASSWORD_LENGTH } from './password-strength.ts'

// The requests about accounts that the server accepts. Nothing else in better-auth can be reached from outside.

const MAX_EMAIL_LENGTH = 254
const MAX_NAME_LENGTH = 100

/** Of any length: an older version accepted long addresses, and their accounts still exist. */
const Email = z
  .email('This isn’t an e-mail address. It should look like name@example.org.')
  .transform((email) => email.toLowerCase())
const NewEmail = z
  .string()
  .max(MAX_EMAIL_LENGTH, `The e-mail address is too long. Use at most ${MAX_EMAIL_LENGTH} characters.`)
  .pipe(Email)
const Name = z
  .string()
  .trim()
  .max(MAX_NAME_LENGTH, `The name is too long. Use at most ${MAX_NAME_LENGTH} characters.`)
  .refine((name) => !/\p{Cc}/u.test(name), 'The name contains a control character. Remove it.')
const tooLong = `The password is too long. Use at most ${MAX_PASSWORD_LENGTH} characters.`
/** `findPasswordWeakness` checks the strength of new passwords. */
const Password = z.string().max(MAX_PASSWORD_LENGTH, tooLong)

/** The schema of each request’s body, by method and path. Unknown fields are refused. */
export const AccountBodies = {
  'GET /get-session': z.undefined(),
  'GET /list-sessions': z.undefined(),
  'GET /list-accounts': z.undefined(),
  'POST /sign-up/email': z.strictObject({ name: Name.default(''), email: NewEmail, password: Password }),
  'POST /sign-in/email': z.strictObject({ email: Email, password: Password }),
  'POST /sign-out': z.strictObject({}),
  'POST /update-user': z.strictObject({ name: Name }),
  'POST /change-password': z.strictObject({
    currentPassword: Password,
    newPassword: Password,
    /** Ignored: the other sessions end in any case. */
    revokeOtherSessions: z.boolean().optional(),
  }),
  'POST /revoke-other-sessions': z.strictObject({}),
  'POST /revoke-sessions': z.strictObject({}),
} as const

export type AccountEndpoint = keyof typeof AccountBodies
export type AccountBody<E extends AccountEndpoint> = z.output<(typeof AccountBodies)[E]>

/** Finds the endpoint of a request; undefined if there is no such endpoint. */
export function findAccountEndpoint(method: string, pathname: string): AccountEndpoint | undefined {
  const requested = `${method} ${pathname.replace(/^\/api\/auth/, '')}`
  return Object.keys(AccountBodies).find((endpoint): endpoint is AccountEndpoint => endpoint === requested)
}
